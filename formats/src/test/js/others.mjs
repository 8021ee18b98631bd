// What the scripts here share: contexts from a folder, keys inside did:key, and nothing fetched.

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {driver} from '@digitalbazaar/did-method-key';

export const cryptosuites = [eddsaRdfc2022, ecdsaRdfc2019];
export const multikeys = {z6Mk: Ed25519Multikey, zDna: EcdsaMultikey, z82L: EcdsaMultikey};

const didKey = driver();
for (const [multibaseMultikeyHeader, {from}] of Object.entries(multikeys)) {
  didKey.use({multibaseMultikeyHeader, fromMultibase: from});
}

/** Loads from CONTEXTS, whose index.json maps the address of each context to its file. */
export function loader(contexts) {
  const index = JSON.parse(readFileSync(join(contexts, 'index.json'), 'utf8'));
  return async url => {
    if (index[url]) {
      const document = JSON.parse(readFileSync(join(contexts, index[url]), 'utf8'));
      return {contextUrl: null, documentUrl: url, document};
    }
    if (url.startsWith('did:key:')) {
      return {contextUrl: null, documentUrl: url, document: await didKey.get({url})};
    }
    throw new Error(`not loaded: ${url}`);
  };
}
