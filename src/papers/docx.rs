//! A document as DOCX: a package of a few XML parts that Word and LibreOffice open without repair.

mod body;
mod columns;
mod lists;
mod names;
mod numbering;
mod package;
mod settings;
mod styles;
mod symbols;
mod table;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::Document;

/// Returns the bytes of the file; the same document gives the same bytes.
///
/// An error comes from the packer; it writes into memory, so none is expected.
pub fn docx(document: &Document) -> anyhow::Result<Vec<u8>> {
    // The time of a part is fixed, so that the bytes depend on the record alone.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in package::parts(document) {
        file.start_file(name, options)?;
        file.write_all(content.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}
