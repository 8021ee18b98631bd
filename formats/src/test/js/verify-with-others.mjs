// Verifies a credential with the reference libraries of Digital Bazaar, offline.
//
//   node verify-with-others.mjs CONTEXTS CREDENTIAL
//
// CONTEXTS is a folder with an index.json that maps the address of each context to its file;
// nothing else is loaded, except that a did:key is made into the document it stands for.
// Prints one line of JSON: {"verified": true} or {"verified": false, "errors": [...]}.

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {driver} from '@digitalbazaar/did-method-key';

const [contexts, file] = process.argv.slice(2);
const index = JSON.parse(readFileSync(join(contexts, 'index.json'), 'utf8'));
const didKey = driver();
didKey.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: Ed25519Multikey.from});

async function documentLoader(url) {
  if (index[url]) {
    const document = JSON.parse(readFileSync(join(contexts, index[url]), 'utf8'));
    return {contextUrl: null, documentUrl: url, document};
  }
  if (url.startsWith('did:key:')) {
    return {contextUrl: null, documentUrl: url, document: await didKey.get({url})};
  }
  throw new Error(`not loaded: ${url}`);
}

const credential = JSON.parse(readFileSync(file, 'utf8'));
const result = await vc.verifyCredential({
  credential,
  suite: new DataIntegrityProof({cryptosuite}),
  documentLoader,
  checkStatus: async () => ({verified: true}),
});
const errors = [result.error, ...(result.error?.errors ?? [])]
  .filter(Boolean)
  .map(error => `${error.name}: ${error.message}`);
console.log(JSON.stringify(result.verified ? {verified: true} : {verified: false, errors}));
