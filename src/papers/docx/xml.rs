//! The XML of a DOCX part: its head, its names, its paragraphs, and text that cannot break out of it.

use std::fmt::Write;

use super::super::profile::Element;
use super::super::profile::Style;
use super::lists::Place;
use super::symbols::{WideSpace, wide_spaces};

/// The first line of every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of the parts of Word.
pub(super) const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// A paragraph: its look is its style's, and only its place in the document is its own.
pub(super) struct Paragraph {
    style: &'static str,
    text: String,
    /// Words behind it that are not in the capitals of its style.
    aside: String,
    place: Place,
    keep_next: bool,
    indent: u32,
    /// Room below it beside that of its style, in twips.
    after: u16,
    /// The spaces before the symbols that begin a line.
    wide: Vec<WideSpace>,
    /// The size of its letters, where it is not that of its style, in points.
    size: Option<u16>,
    /// The section that ends with it.
    section: Option<String>,
}

impl Paragraph {
    pub(super) fn of(element: Element, text: &str) -> Self {
        Self::styled(element.name(), text)
    }

    pub(super) fn styled(style: &'static str, text: &str) -> Self {
        Self {
            style,
            text: text.to_owned(),
            aside: String::new(),
            place: Place::AsStyled,
            keep_next: false,
            indent: 0,
            after: 0,
            wide: Vec::new(),
            size: None,
            section: None,
        }
    }

    /// Puts words behind it that are not in the capitals of its style.
    pub(super) fn with(self, aside: &str) -> Self {
        let aside = aside.to_owned();
        Self { aside, ..self }
    }

    /// Puts it into a list.
    pub(super) fn placed(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Keeps it on the page of the next paragraph, or not, whatever its style says.
    pub(super) fn keep_next(self, keep_next: bool) -> Self {
        Self { keep_next, ..self }
    }

    /// Sets it in letters of this size, in points.
    pub(super) fn sized(self, size: u16) -> Self {
        let size = Some(size);
        Self { size, ..self }
    }

    /// Keeps the symbols in it on one line, where it has this label, look and width.
    pub(super) fn unbroken(self, label: Option<&str>, style: Style, width: u32) -> Self {
        let wide = wide_spaces(label, &self.text, style, width);
        Self { wide, ..self }
    }

    /// Moves it in from both edges.
    pub(super) fn indented(self, indent: u32) -> Self {
        Self { indent, ..self }
    }

    /// Leaves room between it and the table under it; the title of an annex has its own.
    pub(super) fn part(&mut self, after: u16) {
        if self.style != Element::AnnexTitle.name() {
            self.after = after;
        }
    }

    pub(super) fn end(&mut self, section: String) {
        self.section = Some(section);
    }

    /// Returns its XML; the schema fixes the order of the properties.
    pub(super) fn xml(&self) -> String {
        let mut own = format!(r#"<w:pStyle w:val="{}"/>"#, self.style);
        if self.keep_next {
            own.push_str("<w:keepNext/>");
        }
        own.push_str(&self.place.xml());
        if self.after > 0 {
            // Writing to a string cannot fail.
            let _written = write!(own, r#"<w:spacing w:after="{}"/>"#, self.after);
        }
        if self.indent > 0 {
            // Writing to a string cannot fail.
            let _written = write!(
                own,
                r#"<w:ind w:left="{0}" w:right="{0}" w:firstLine="0"/>"#,
                self.indent
            );
        }
        own.push_str(self.section.as_deref().unwrap_or_default());
        let label = match &self.place {
            Place::Written(label) => run("", &format!("{label} ")),
            Place::AsStyled | Place::In { .. } => String::new(),
        };
        let text = match self.size {
            Some(size) => {
                let half = u32::from(size) * 2;
                let sized =
                    format!(r#"<w:rPr><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>"#);
                run(&sized, &self.text)
            }
            None => runs(&self.text, &self.wide),
        };
        // A character style would turn capitals on and off again, and readers differ in which.
        let aside = run(r#"<w:rPr><w:caps w:val="0"/></w:rPr>"#, &self.aside);
        format!("<w:p><w:pPr>{own}</w:pPr>{label}{text}{aside}</w:p>")
    }
}

/// Returns the XML of paragraphs that follow one another.
pub(super) fn all(paragraphs: &[Paragraph]) -> String {
    paragraphs.iter().map(Paragraph::xml).collect()
}

/// Returns the text as XML 1.0 can hold it: markup escaped, characters that XML forbids dropped.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        push(&mut escaped, letter);
    }
    escaped
}

/// Returns a text as runs: each wider space is one of its own.
fn runs(text: &str, wide: &[WideSpace]) -> String {
    let mut runs = String::new();
    let mut done = 0;
    for (space, width) in wide {
        let spacing = format!(r#"<w:rPr><w:spacing w:val="{width}"/></w:rPr>"#);
        runs.push_str(&run("", text.get(done..*space).unwrap_or_default()));
        runs.push_str(&run(&spacing, " "));
        done = space + 1;
    }
    runs.push_str(&run("", text.get(done..).unwrap_or_default()));
    runs
}

/// Returns a run of text with its properties; a line that ends in it ends on the page too.
fn run(properties: &str, text: &str) -> String {
    let mut inside = String::with_capacity(text.len() + 48);
    let mut is_open = false;
    for letter in text.chars() {
        let apart = match letter {
            '\n' => Some("<w:br/>"),
            '\t' => Some("<w:tab/>"),
            _ => None,
        };
        if apart.is_some() == is_open {
            let edge = if is_open {
                "</w:t>"
            } else {
                r#"<w:t xml:space="preserve">"#
            };
            inside.push_str(edge);
            is_open = !is_open;
        }
        match apart {
            Some(element) => inside.push_str(element),
            None => push(&mut inside, letter),
        }
    }
    if is_open {
        inside.push_str("</w:t>");
    }
    if inside.is_empty() {
        inside
    } else {
        format!("<w:r>{properties}{inside}</w:r>")
    }
}

fn push(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        _ if is_allowed(letter) => out.push(letter),
        _ => {}
    }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
