//! The words in the metadata of a file.

use roxmltree::Document;

use super::Why;

/// Vocabularies that hold dates, identifiers and versions only.
const TECHNICAL: [&str; 8] = [
    "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.aiim.org/pdfa/ns/extension/",
    "http://purl.org/dc/terms/",
];

/// Every text that is not technical.
pub(super) fn words(xml: &[u8]) -> Result<Vec<String>, Why> {
    let text = std::str::from_utf8(xml).map_err(|_| Why::Broken)?;
    let document = Document::parse(text.trim_start_matches('\u{feff}')).map_err(|_| Why::Broken)?;
    let read = document.descendants().filter(|node| {
        node.is_text()
            && !node.ancestors().any(|above| {
                let name = above.tag_name();
                name.name() == "PDFVersion"
                    || name.namespace().is_some_and(|space| TECHNICAL.contains(&space))
            })
    });
    let words = read.filter_map(|node| node.text()).map(|text| text.trim().to_owned());
    Ok(words.filter(|text| !text.is_empty()).collect())
}
