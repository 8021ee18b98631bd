// Times the libraries of others on what Cairn signs: to issue and to verify with those of Digital
// Bazaar, to sign and to verify a token with jose.
//
//   node time-with-others.mjs CONTEXTS UNSIGNED SIGNED SECONDS
//
// Prints one line of JSON: microseconds of CPU for one of each, once warmed up.

import {readFileSync} from 'node:fs';
import {CompactSign, compactVerify, generateKeyPair} from 'jose';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {cryptosuites, loader} from './others.mjs';

const [contexts, unsignedFile, signedFile, seconds] = process.argv.slice(2);
const unsigned = readFileSync(unsignedFile, 'utf8');
const signed = readFileSync(signedFile, 'utf8');
const [eddsa] = cryptosuites;

const load = loader(contexts);
const loaded = new Map();
const documentLoader = async url => {
  if (!loaded.has(url)) {
    loaded.set(url, await load(url));
  }
  return loaded.get(url);
};

const key = await Ed25519Multikey.generate();
const {publicKeyMultibase} = await key.export({publicKey: true});
key.controller = `did:key:${publicKeyMultibase}`;
key.id = `${key.controller}#${publicKeyMultibase}`;

async function issue() {
  const credential = JSON.parse(unsigned);
  credential.issuer.id = key.controller;
  await vc.issue({
    credential, documentLoader,
    suite: new DataIntegrityProof({signer: key.signer(), cryptosuite: eddsa}),
  });
}

async function verify() {
  const {verified, error} = await vc.verifyCredential({
    credential: JSON.parse(signed), documentLoader,
    suite: new DataIntegrityProof({cryptosuite: eddsa}),
    checkStatus: async () => ({verified: true}),
  });
  if (!verified) {
    throw error;
  }
}

const pair = await generateKeyPair('EdDSA');
const payload = new TextEncoder().encode(unsigned);
const signToken = () => new CompactSign(payload)
  .setProtectedHeader({alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc'}).sign(pair.privateKey);
const token = await signToken();
const verifyToken = () => compactVerify(token, pair.publicKey);

async function during(work, milliseconds) {
  const end = performance.now() + milliseconds;
  let done = 0;
  while (performance.now() < end) {
    await work();
    done++;
  }
  return done;
}

async function microseconds(work) {
  await during(work, seconds * 1000);
  const start = process.cpuUsage();
  const done = await during(work, seconds * 1000);
  const {user, system} = process.cpuUsage(start);
  return (user + system) / done;
}

console.log(JSON.stringify({
  issue: await microseconds(issue),
  verify: await microseconds(verify),
  signToken: await microseconds(signToken),
  verifyToken: await microseconds(verifyToken),
}));
