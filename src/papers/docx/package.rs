//! The package of a DOCX: its parts in order, their content types, their relationships, and the properties of the file.

use super::super::document::Document;
use super::names::NAMED;
use super::xml::{DECLARATION, escape};
use super::{body, numbering, settings, styles};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Returns every part of the file with its name, the main part among the first, as readers look for it.
pub(super) fn parts(document: &Document) -> [(&'static str, String); 12] {
    let profile = document.profile();
    let (main, lists) = body::body(document);
    [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations()),
        ("word/document.xml", main),
        ("word/_rels/document.xml.rels", main_relations()),
        ("word/styles.xml", styles::styles(profile)),
        ("word/numbering.xml", numbering::numbering(&lists, profile)),
        (
            "word/settings.xml",
            settings::settings(profile, document.house),
        ),
        ("word/fontTable.xml", settings::fonts(profile)),
        ("word/theme/theme1.xml", settings::theme(profile)),
        ("word/header1.xml", settings::header(profile)),
        ("docProps/core.xml", core(document)),
        ("docProps/app.xml", app(document)),
    ]
}

fn content_types() -> String {
    let word_parts = NAMED.map(|(kind, path)| {
        let of = if kind == "theme" {
            "application/vnd.openxmlformats-officedocument.theme".to_owned()
        } else {
            format!("{WORD}.{kind}")
        };
        content_type(&format!("word/{path}"), &of)
    });
    let fixed_parts = [
        content_type("word/document.xml", &format!("{WORD}.document.main")),
        content_type(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties",
        ),
        content_type(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties",
        ),
    ];
    format!(
        r#"{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}{}</Types>"#,
        fixed_parts.concat(),
        word_parts.concat()
    )
}

fn content_type(path: &str, of: &str) -> String {
    format!(r#"<Override PartName="/{path}" ContentType="{of}+xml"/>"#)
}

fn relations() -> String {
    related(&[
        (format!("{OFFICE}/officeDocument"), "word/document.xml"),
        (
            format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
        (format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ])
}

fn main_relations() -> String {
    related(&NAMED.map(|(kind, path)| (format!("{OFFICE}/{kind}"), path)))
}

fn related(targets: &[(String, &str)]) -> String {
    let each = (1..).zip(targets).map(|(number, (kind, path))| {
        format!(r#"<Relationship Id="rId{number}" Type="{kind}" Target="{path}"/>"#)
    });
    format!(
        r#"{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{}</Relationships>"#,
        each.collect::<String>()
    )
}

/// The properties: title, issuer and day; the hour is fixed, so that the same document gives the same bytes.
fn core(document: &Document) -> String {
    let day = document.dated;
    format!(
        r#"{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>"#,
        escape(&document.title),
        escape(&document.author),
    )
}

fn app(document: &Document) -> String {
    format!(
        r#"{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>giaoban</Application><Company>{}</Company></Properties>"#,
        escape(&document.author)
    )
}
