//! The lists of a DOCX: Word counts them itself, and comes to the numbers of [`Counter`](super::super::outline::Counter).

use super::super::document::Block;
use super::super::outline::{Level, level};
use super::super::profile::{Element, Outline, Profile};
use super::lists::{ITEMS, OUTLINE, Place};
use super::names::ITEM;
use super::xml::{DECLARATION, NAMESPACES, escape};

/// The patterns of the lists, in the order of their numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Outline = 1,
    Items = 2,
    Numbered = 3,
}

/// The lists that a document has so far.
pub(super) struct Lists {
    /// The kind of each list; the first is list 1.
    begun: Vec<List>,
    /// The list that sections and headings are in, if one has begun since the last annex.
    outline: Option<usize>,
    /// The list that numbered paragraphs are in, if one has begun since the last heading.
    numbered: Option<usize>,
    has_section: bool,
    has_heading: bool,
}

impl Lists {
    /// Returns the lists of an empty document: those that styles belong to.
    pub(super) fn new() -> Self {
        Self {
            begun: vec![List::Outline, List::Items],
            outline: Some(OUTLINE),
            numbered: None,
            has_section: false,
            has_heading: false,
        }
    }

    /// Returns the place of a block in the lists; the label is its number by the counter.
    pub(super) fn place(&mut self, block: &Block, label: Option<&str>) -> Place {
        match level(block) {
            Some(Level::Section) => {
                // Word would have counted a section over headings that stand under none.
                if self.has_heading && !self.has_section {
                    self.outline = None;
                }
                (self.has_section, self.has_heading, self.numbered) = (true, false, None);
                self.in_outline(0)
            }
            Some(Level::Heading) => {
                (self.has_heading, self.numbered) = (true, None);
                self.in_outline(1)
            }
            Some(Level::Speaker) if self.has_heading => self.in_outline(2),
            Some(Level::Speaker) => Place::Written(label.unwrap_or_default().to_owned()),
            Some(Level::Numbered) => {
                let list = match self.numbered {
                    Some(list) => list,
                    None => self.begin(List::Numbered),
                };
                self.numbered = Some(list);
                Place::In { list, level: 0 }
            }
            Some(Level::Annex) => {
                (self.has_section, self.has_heading) = (false, false);
                (self.outline, self.numbered) = (None, None);
                Place::AsStyled
            }
            Some(Level::Item) | None => Place::AsStyled,
        }
    }

    fn in_outline(&mut self, level: usize) -> Place {
        let list = match self.outline {
            Some(OUTLINE) => return Place::AsStyled,
            Some(list) => list,
            None => self.begin(List::Outline),
        };
        self.outline = Some(list);
        Place::In { list, level }
    }

    fn begin(&mut self, list: List) -> usize {
        self.begun.push(list);
        self.begun.len()
    }
}

/// Returns the part of the lists.
pub(super) fn numbering(lists: &Lists, profile: &Profile) -> String {
    let outline = &profile.outline;
    let patterns = [
        pattern(List::Outline, "multilevel", &sections(outline, profile)),
        pattern(List::Items, "singleLevel", &[items(outline, profile)]),
        pattern(List::Numbered, "singleLevel", &[numbered(outline, profile)]),
    ];
    let each = (1..)
        .zip(&lists.begun)
        .map(|(number, list)| instance(number, *list));
    format!(
        r"{DECLARATION}<w:numbering {NAMESPACES}>{}{}</w:numbering>",
        patterns.concat(),
        each.collect::<String>()
    )
}

/// A level of a list.
struct ListLevel<'a> {
    depth: usize,
    /// How it is numbered, in the words of the format.
    format: &'a str,
    /// The style that belongs to it.
    style: Option<&'a str>,
    /// The label, with `%1` for the number of the first level.
    text: &'a str,
    /// How far its first line is indented.
    indent: u16,
}

impl ListLevel<'_> {
    fn xml(&self) -> String {
        let Self {
            depth,
            format,
            indent,
            ..
        } = self;
        let linked = self.style.map_or_else(String::new, |style| {
            format!(r#"<w:pStyle w:val="{style}"/>"#)
        });
        format!(
            r#"<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{linked}<w:suff w:val="space"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr></w:lvl>"#,
            escape(self.text)
        )
    }
}

/// Sections, headings and speakers: the number of a speaker begins with that of the heading.
fn sections(outline: &Outline, profile: &Profile) -> [String; 3] {
    let below = |pattern: &str| pattern.replace("{1}", "%2").replace("{2}", "%3");
    let level = |depth: usize, element: Element, text: &str| {
        let format = if depth == 0 { "upperRoman" } else { "decimal" };
        let indent = profile.style.of(element).first_line;
        let style = Some(element.name());
        ListLevel {
            depth,
            format,
            style,
            text,
            indent,
        }
        .xml()
    };
    [
        level(0, Element::Section, &outline.section.replace("{I}", "%1")),
        level(1, Element::Heading, &below(&outline.heading)),
        level(2, Element::Speaker, &below(&outline.speaker)),
    ]
}

fn items(outline: &Outline, profile: &Profile) -> String {
    let level = ListLevel {
        depth: 0,
        format: "bullet",
        style: Some(ITEM),
        text: &outline.item,
        indent: profile.style.body.first_line,
    };
    level.xml()
}

fn numbered(outline: &Outline, profile: &Profile) -> String {
    let level = ListLevel {
        depth: 0,
        format: "decimal",
        style: None,
        text: &outline.numbered.replace("{1}", "%1"),
        indent: profile.style.body.first_line,
    };
    level.xml()
}

fn pattern(list: List, kind: &str, levels: &[String]) -> String {
    let number = list as usize;
    format!(
        r#"<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{number:08X}"/><w:multiLevelType w:val="{kind}"/>{}</w:abstractNum>"#,
        levels.concat()
    )
}

/// A list; those that no style belongs to begin anew on every level.
fn instance(number: usize, list: List) -> String {
    let levels = match (number, list) {
        (OUTLINE | ITEMS, _) => 0,
        (_, List::Outline) => 3,
        (_, List::Items | List::Numbered) => 1,
    };
    let anew = (0..levels).map(|level| {
        format!(r#"<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>"#)
    });
    format!(
        r#"<w:num w:numId="{number}"><w:abstractNumId w:val="{}"/>{}</w:num>"#,
        list as usize,
        anew.collect::<String>()
    )
}
