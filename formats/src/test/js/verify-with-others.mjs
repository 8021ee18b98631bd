// Verifies a credential with the libraries of others: with those of Digital Bazaar if it is JSON,
// with jose if it is a signed token.
//
//   node verify-with-others.mjs CONTEXTS CREDENTIAL
//
// Prints one line of JSON: {"verified": true} or {"verified": false, "errors": [...]}.

import {readFileSync} from 'node:fs';
import {compactVerify, decodeProtectedHeader, importJWK} from 'jose';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as vc from '@digitalbazaar/vc';
import {cryptosuites, loader, multikeys} from './others.mjs';

const [contexts, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8').trim();

async function verifyToken(token) {
  const {alg, kid} = decodeProtectedHeader(token);
  const publicKeyMultibase = kid.split('#')[1];
  const {from, toJwk} = multikeys[publicKeyMultibase.slice(0, 4)];
  const controller = `did:key:${publicKeyMultibase}`;
  const keyPair = await from({
    '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', id: kid, controller,
    publicKeyMultibase,
  });
  try {
    await compactVerify(token, await importJWK(await toJwk({keyPair}), alg));
    return {verified: true};
  } catch (error) {
    return {verified: false, error};
  }
}

const result = text.startsWith('{')
  ? await vc.verifyCredential({
    credential: JSON.parse(text),
    suite: cryptosuites.map(cryptosuite => new DataIntegrityProof({cryptosuite})),
    documentLoader: loader(contexts),
    checkStatus: async () => ({verified: true}),
  })
  : await verifyToken(text);
const errors = [result.error, ...(result.error?.errors ?? [])]
  .filter(Boolean)
  .map(error => `${error.name}: ${error.message}`);
console.log(JSON.stringify(result.verified ? {verified: true} : {verified: false, errors}));
