//! The manifest: what an edition consists of, and by what anyone can check it.

use std::collections::BTreeMap;

use figures::Rules;
use model::{EditionNumber, Period};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::edition::{Read, hex};

/// The name of the manifest among the files.
pub const NAME: &str = "manifest.json";

/// What `manifest.json` says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of its form: 1.
    pub schema: u32,
    /// The edition.
    pub edition: EditionNumber,
    /// The revision.
    pub revision: u32,
    /// The months it covers.
    pub period: Period,
    /// Not for use: a demonstration.
    pub demonstration: bool,
    /// The program that froze it.
    pub software: String,
    /// The rules of protection.
    pub rules: Rules,
    /// Every other file, sorted by name.
    pub files: Vec<FileEntry>,
    /// HMAC-SHA-256 of the frozen record under its own key, in hexadecimal. The key stays with the record.
    pub frozen_record_hmac_sha256: String,
    /// The head of the event chain when the record was made, in hexadecimal.
    pub event_chain_head: String,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its path within the edition's folder.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

impl Manifest {
    pub(crate) fn new(read: &Read, files: &BTreeMap<String, Vec<u8>>) -> Self {
        let header = &read.frozen.header;
        let entry = |(name, bytes): (&String, &Vec<u8>)| FileEntry {
            name: name.clone(),
            bytes: bytes.len() as u64,
            sha256: hex(&Sha256::digest(bytes)),
        };
        Self {
            schema: 1,
            edition: header.edition,
            revision: header.revision,
            period: header.period,
            demonstration: read.frozen.is_demonstration(),
            software: header.software.clone(),
            rules: header.rules.clone(),
            files: files.iter().map(entry).collect(),
            frozen_record_hmac_sha256: read.meta.hmac.clone(),
            event_chain_head: header.chain_head.clone(),
        }
    }
}
