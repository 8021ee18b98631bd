// Presents, verifies and issues SD-JWT VCs with the library of the OpenWallet Foundation, offline.
//
//   node sd-jwt-with-others.mjs FILE
//
// FILE holds, in JSON: sdJwt (issued by us), issuer (its public key), issuerKey (a private key to
// issue with), holderKey (the wallet's private key), claims and selective (what to issue, and which
// of it may be withheld), disclose (what to disclose), audience, nonce and now.
// Prints one line of JSON: disclosed (what the library reads from our credential once it presented
// it), presented (that presentation) and issued (its own credential, presented).

import {readFileSync} from 'node:fs';
import {SDJwtVcInstance} from '@sd-jwt/sd-jwt-vc';
import {digest, generateSalt, ES256} from '@sd-jwt/crypto-nodejs';

const given = JSON.parse(readFileSync(process.argv[2], 'utf8'));

async function library(issuerPublic) {
  return new SDJwtVcInstance({
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    signAlg: 'ES256',
    signer: await ES256.getSigner(given.issuerKey),
    verifier: await ES256.getVerifier(issuerPublic),
    kbSignAlg: 'ES256',
    kbSigner: await ES256.getSigner(given.holderKey),
    kbVerifier: async (data, signature, payload) =>
      (await ES256.getVerifier(payload.cnf.jwk))(data, signature),
  });
}

async function present(instance, sdJwt) {
  const frame = Object.fromEntries(given.disclose.map(name => [name, true]));
  const payload = {iat: given.now, aud: given.audience, nonce: given.nonce};
  return instance.present(sdJwt, frame, {kb: {payload}});
}

const ours = await library(given.issuer);
const presented = await present(ours, given.sdJwt);
const {payload} = await ours.verify(presented, {
  requiredClaimKeys: given.disclose,
  keyBindingNonce: given.nonce,
});
const {d, ...publicPart} = given.issuerKey;
const theirs = await library(publicPart);
const issued = await theirs.issue(given.claims, {_sd: given.selective});
console.log(JSON.stringify({
  disclosed: payload,
  presented,
  issued: await present(theirs, issued),
}));
