//! What a phone kept while it had no network: sealed to the server's public key (RFC 9180), so that nobody who holds
//! the phone reads it back.

use hpke::aead::AesGcm128;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, Serializable, single_shot_open};

use crate::Error;

/// The pair of keys of this network.
pub struct SealedKey {
    secret: <DhP256HkdfSha256 as Kem>::PrivateKey,
    public: Vec<u8>,
}

/// Says what the seal is for; the page uses the same.
const INFO: &[u8] = b"megafoon filing v1";

/// The seal is broken, of another key, or of another item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsealable;

impl SealedKey {
    /// The pair that belongs to this seed: the same at every start.
    pub fn derive(seed: &[u8]) -> Result<Self, Error> {
        let (secret, public) = <DhP256HkdfSha256 as Kem>::derive_keypair(seed);
        Ok(Self { secret, public: public.to_bytes().to_vec() })
    }

    /// The public key: an uncompressed point of P-256, 65 bytes.
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    /// The words of an item, by the encapsulated key, the item's client id and the ciphertext.
    pub fn open(&self, enc: &[u8], client_id: &str, ciphertext: &[u8]) -> Result<Vec<u8>, Unsealable> {
        let enc = <DhP256HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).map_err(|_| Unsealable)?;
        single_shot_open::<AesGcm128, HkdfSha256, DhP256HkdfSha256>(
            &OpModeR::Base,
            &self.secret,
            &enc,
            INFO,
            ciphertext,
            client_id.as_bytes(),
        )
        .map_err(|_| Unsealable)
    }
}
