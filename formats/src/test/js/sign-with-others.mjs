// Signs what Cairn is to verify, with the libraries of others and keys made for the occasion.
//
//   node sign-with-others.mjs CONTEXTS
//
// Prints a JSON object: credentials by suite and key, tokens by algorithm, and a presentation for
// the domain "verifier.example" and the challenge "42".

import {CompactSign, exportJWK, generateKeyPair} from 'jose';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {cryptosuites, loader} from './others.mjs';

const [eddsa, ecdsa] = cryptosuites;
const documentLoader = loader(process.argv[2]);

async function named(keyPair) {
  const {publicKeyMultibase} = await keyPair.export({publicKey: true});
  keyPair.controller = `did:key:${publicKeyMultibase}`;
  keyPair.id = `${keyPair.controller}#${publicKeyMultibase}`;
  return keyPair;
}

const keys = {
  Ed25519: await named(await Ed25519Multikey.generate()),
  'P-256': await named(await EcdsaMultikey.generate({curve: 'P-256'})),
  'P-384': await named(await EcdsaMultikey.generate({curve: 'P-384'})),
};

const unsigned = issuer => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://www.w3.org/ns/credentials/examples/v2',
  ],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  issuer,
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: {id: 'did:example:abcdefgh', alumniOf: 'Škola příkladů'},
});

const suite = (cryptosuite, keyPair) =>
  new DataIntegrityProof({signer: keyPair.signer(), cryptosuite});
const issue = (cryptosuite, keyPair) => vc.issue({
  credential: unsigned(keyPair.controller), suite: suite(cryptosuite, keyPair), documentLoader,
});

async function token(alg, {fromJwk}) {
  const {publicKey, privateKey} = await generateKeyPair(alg, {extractable: true});
  const {id, controller} = await named(await fromJwk({jwk: await exportJWK(publicKey)}));
  return new CompactSign(new TextEncoder().encode(JSON.stringify(unsigned(controller))))
    .setProtectedHeader({alg, typ: 'vc+jwt', cty: 'vc', kid: id})
    .sign(privateKey);
}

const credentials = {
  'eddsa-rdfc-2022': await issue(eddsa, keys.Ed25519),
  'ecdsa-rdfc-2019 P-256': await issue(ecdsa, keys['P-256']),
  'ecdsa-rdfc-2019 P-384': await issue(ecdsa, keys['P-384']),
};
const tokens = {
  EdDSA: await token('EdDSA', Ed25519Multikey),
  ES256: await token('ES256', EcdsaMultikey),
  ES384: await token('ES384', EcdsaMultikey),
};
const presentation = await vc.signPresentation({
  presentation: vc.createPresentation({
    verifiableCredential: Object.values(credentials),
    holder: keys.Ed25519.controller,
  }),
  suite: suite(eddsa, keys.Ed25519),
  domain: 'verifier.example',
  challenge: '42',
  documentLoader,
});
console.log(JSON.stringify({credentials, tokens, presentation}));
