import assert from "node:assert/strict";
import { test } from "node:test";

import { base64url, bytes, seal, sealFiling } from "../../../assets/scripts/seal.js";
import { keyPair, open } from "./hpke.js";

const hex = (text) => Uint8Array.from(Buffer.from(text, "hex"));
const toHex = (data) => Buffer.from(data).toString("hex");

// RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0.
const vector = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  skEm: "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
  pkEm: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  pkRm: "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  plaintext: "4265617574792069732074727574682c20747275746820626561757479",
  aad: "436f756e742d30",
  ciphertext: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
};

async function ephemeral() {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const point = hex(vector.pkEm);
  const jwk = {
    kty: "EC",
    crv: "P-256",
    d: base64url(hex(vector.skEm)),
    x: base64url(point.slice(1, 33)),
    y: base64url(point.slice(33)),
  };
  return {
    privateKey: await crypto.subtle.importKey("jwk", jwk, curve, false, ["deriveBits"]),
    publicKey: await crypto.subtle.importKey("raw", point, curve, true, []),
  };
}

test("the published vector of RFC 9180 A.3.1 is sealed to its published bytes", async () => {
  const { info, aad, plaintext } = vector;
  const sealed = await seal(hex(vector.pkRm), hex(info), hex(aad), hex(plaintext), await ephemeral());
  assert.equal(toHex(sealed.enc), vector.pkEm);
  assert.equal(toHex(sealed.ciphertext), vector.ciphertext);
});

test("the opening side of these tests opens the published vector", () => {
  const { info, aad, pkEm, skRm, ciphertext } = vector;
  const opened = open(keyPair(hex(skRm)), hex(pkEm), hex(info), hex(aad), Buffer.from(ciphertext, "hex"));
  assert.equal(toHex(opened), vector.plaintext);
});

test("a sealed filing opens with the server's key and its client id, and with nothing else", async () => {
  const server = keyPair();
  const id = "0b7c2f4e-7a0e-4b58-9d3e-0c1c5be6d0a1";
  const filing = { schema: 1, answers: { problem: "Wachtlijst van drie jaar — école, ✓, 漢" } };
  const sealed = await sealFiling(base64url(server.getPublicKey()), id, filing);
  const opened = (key, clientId, info = "megafoon filing v1") =>
    open(key, bytes(sealed.enc), Buffer.from(info), Buffer.from(clientId), Buffer.from(bytes(sealed.ciphertext)));
  const plaintext = opened(server, id);
  assert.deepEqual(JSON.parse(plaintext), filing);
  assert.equal(plaintext.length, 1024);
  assert.throws(() => opened(keyPair(), id));
  assert.throws(() => opened(server, id.replace("0b7c", "0b7d")));
  assert.throws(() => opened(server, id, "another use"));
});

test("the same filing sealed twice shares no byte that matters", async () => {
  const server = keyPair();
  const key = base64url(server.getPublicKey());
  const [one, two] = await Promise.all([1, 2].map(() => sealFiling(key, "id", { schema: 1 })));
  assert.notEqual(one.enc, two.enc);
  assert.notEqual(one.ciphertext, two.ciphertext);
});

test("what is no public key is refused, not sealed", async () => {
  await assert.rejects(seal(new Uint8Array(65), hex(""), hex(""), hex("00")));
});
