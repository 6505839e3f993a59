//! A file that a command writes: whole or not at all, and never in place of something that is no file.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Where a command writes.
pub enum Output {
    /// Written beside the file and renamed at the end, so that a stopped run leaves no half file.
    Beside(NamedTempFile, PathBuf),
    /// A device or a pipe: written as it comes.
    Direct(File),
}

impl Output {
    /// Begins to write `path`. A link is followed.
    pub fn begin(path: &Path) -> io::Result<Self> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if path.exists() && !path.is_file() {
            return Ok(Self::Direct(OpenOptions::new().write(true).open(path)?));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        Ok(Self::Beside(NamedTempFile::new_in(folder.unwrap_or_else(|| Path::new(".")))?, path))
    }

    /// What is written to.
    pub fn file(&self) -> &File {
        match self {
            Self::Beside(file, _) => file.as_file(),
            Self::Direct(file) => file,
        }
    }

    /// Ends the writing: the file appears.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Beside(file, path) => {
                file.as_file().sync_all()?;
                file.persist(path).map(|_| ()).map_err(|error| error.error)
            }
            Self::Direct(_) => Ok(()),
        }
    }
}
