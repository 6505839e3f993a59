// The opening side of HPKE (RFC 9180, base mode, P-256, HKDF-SHA256, AES-128-GCM) on node's own crypto: written
// apart from seal.js, so that the two agree by the standard and not by a shared mistake.

import { createDecipheriv, createECDH, createHmac } from "node:crypto";

export function keyPair(privateKey) {
  const ecdh = createECDH("prime256v1");
  if (privateKey) ecdh.setPrivateKey(privateKey);
  else ecdh.generateKeys();
  return ecdh;
}

/** The plaintext; throws where key, info, aad or ciphertext do not belong together. */
export function open(ecdh, enc, info, aad, ciphertext) {
  const kem = Buffer.from("4b454d0010", "hex");
  const hpke = Buffer.from("48504b45001000010001", "hex");
  const shared = expand(
    kem,
    extract(kem, "", "eae_prk", ecdh.computeSecret(enc)),
    "shared_secret",
    Buffer.concat([enc, ecdh.getPublicKey()]),
    32,
  );
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(hpke, "", "psk_id_hash", Buffer.alloc(0)),
    extract(hpke, "", "info_hash", info),
  ]);
  const secret = extract(hpke, shared, "secret", Buffer.alloc(0));
  const key = expand(hpke, secret, "key", context, 16);
  const nonce = expand(hpke, secret, "base_nonce", context, 12);
  const aes = createDecipheriv("aes-128-gcm", key, nonce);
  aes.setAAD(aad);
  aes.setAuthTag(ciphertext.subarray(-16));
  return Buffer.concat([aes.update(ciphertext.subarray(0, -16)), aes.final()]);
}

const extract = (suite, salt, label, ikm) =>
  createHmac("sha256", salt).update("HPKE-v1").update(suite).update(label).update(ikm).digest();

const expand = (suite, prk, label, info, length) => {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(length);
  const mac = createHmac("sha256", prk).update(size).update("HPKE-v1").update(suite).update(label).update(info);
  return mac.update(Buffer.from([1])).digest().subarray(0, length);
};
