// Verifies over HTTP with the libraries of Digital Bazaar, one process, for a comparison.
//
//   node serve-with-others.mjs CONTEXTS
//
// Prints the port of the loopback address at which it takes a credential by POST and answers
// {"verified": true | false}. Status lists are not asked for.

import {createServer} from 'node:http';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as vc from '@digitalbazaar/vc';
import {cryptosuites, loader} from './others.mjs';

const [contexts] = process.argv.slice(2);
const [eddsa] = cryptosuites;
const load = loader(contexts);
const loaded = new Map();
const documentLoader = async url => {
  if (!loaded.has(url)) {
    loaded.set(url, await load(url));
  }
  return loaded.get(url);
};

async function verified(text) {
  const answer = await vc.verifyCredential({
    credential: JSON.parse(text), documentLoader,
    suite: new DataIntegrityProof({cryptosuite: eddsa}),
    checkStatus: async () => ({verified: true}),
  });
  return answer.verified;
}

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  const answer = {verified: await verified(Buffer.concat(parts).toString('utf8'))};
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
