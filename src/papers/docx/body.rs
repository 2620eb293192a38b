//! The main part of a DOCX: each block of the document as paragraphs and tables, section by section.

use super::super::breaks;
use super::super::document::{Block, Document};
use super::super::outline::labelled;
use super::super::profile::{Element, Page, Profile};
use super::lists::Place;
use super::names::{BREAK, HEADER, ITEM, NUMBERED};
use super::numbering::Lists;
use super::xml::{DECLARATION, NAMESPACES, Paragraph};
use super::{columns, styles, table};

/// Returns the main part of the file, and the lists that its paragraphs are in.
pub(super) fn body(document: &Document) -> (String, Lists) {
    let profile = document.profile();
    let mut body = Body::new(document);
    let mut pieces = labelled(&document.pieces, &profile.outline).peekable();
    while let Some((label, piece)) = pieces.next() {
        let is_before_names = pieces.peek().is_some_and(|(_, next)| {
            matches!(next.block, Block::Signatures { .. } | Block::Closing { .. })
        });
        body.block(&piece.block, label.as_deref(), is_before_names);
    }
    body.finish()
}

/// A paragraph or a table of the text.
enum Part {
    Paragraph(Paragraph),
    Table(String),
}

struct Body<'a> {
    document: &'a Document,
    profile: &'a Profile,
    lists: Lists,
    parts: Vec<Part>,
    /// Whether the section that is being written lies on its side.
    is_wide: bool,
    /// Whether it is the first, whose first page has no number.
    is_first: bool,
    /// Whether it has more than marks, so that an annex begins on a page of its own.
    has_text: bool,
}

impl<'a> Body<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            document,
            profile: document.profile(),
            lists: Lists::new(),
            parts: Vec::new(),
            is_wide: document.begins_wide(),
            is_first: true,
            has_text: false,
        }
    }

    /// Writes a block; the last words before the names under a document stay on their page.
    fn block(&mut self, block: &Block, label: Option<&str>, is_before_names: bool) {
        let place = self.lists.place(block, label);
        let document = self.document;
        let (body, width) = (self.profile.style.body, u32::from(self.page().text()));
        let words = |style, text: &str| {
            let words = Paragraph::styled(style, &breaks::freed(text, body, width));
            let words = words.keep_next(is_before_names);
            words.unbroken(label, body, width)
        };
        match block {
            Block::Letterhead(head) => self.table(columns::letterhead(head, self.profile)),
            Block::Draft(text) => self.element(Element::Draft, text),
            Block::Mark(text) => self.mark(text),
            Block::Title { kind, subject } => self.title(kind, subject),
            Block::Section(text) => self.numbered(Element::Section, text, label, place),
            Block::Heading(text) => self.numbered(Element::Heading, text, label, place),
            Block::Speaker(text) => self.numbered(Element::Speaker, text, label, place),
            Block::Paragraph(text) => self.paragraph(words(Element::Body.name(), text)),
            Block::Item(text) => self.paragraph(words(ITEM, text)),
            Block::Numbered(text) => self.paragraph(words(NUMBERED, text).placed(place)),
            Block::Annex {
                number,
                title,
                is_wide,
            } => self.annex(number, title, *is_wide),
            Block::Table(of) => {
                // The last row stays with what stands under the table.
                let is_bonded = is_before_names || of.total.is_some();
                let table = table::bordered(of, self.profile, &self.page(), is_bonded);
                self.part_from_table();
                self.table(table);
                if let Some(total) = &of.total {
                    self.paragraph(words(Element::Body.name(), total));
                }
            }
            Block::Plate(named) => {
                self.table(table::plate(named, &self.page()));
            }
            Block::Signatures { left, right } => {
                self.names(columns::signatures(left, right, document));
            }
            Block::Closing {
                recipients,
                signature,
            } => self.names(columns::closing(recipients, signature, document)),
        }
        self.has_text |= !block.is_mark();
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        self.parts.push(Part::Paragraph(paragraph));
    }

    fn numbered(&mut self, element: Element, text: &str, label: Option<&str>, place: Place) {
        let (style, width) = (
            self.profile.style.of(element),
            u32::from(self.page().text()),
        );
        let (text, hour) = style.parted(text);
        let text = breaks::freed(text, style, width);
        let words = Paragraph::of(element, &text).unbroken(label, style, width);
        self.paragraph(words.with(hour).placed(place));
    }

    fn element(&mut self, element: Element, text: &str) {
        self.paragraph(Paragraph::of(element, text));
    }

    /// A table stands as far below a text as a paragraph, unless the text has room of its own below it.
    fn part_from_table(&mut self) {
        let gap = self.profile.style.body.before;
        if matches!(self.parts.last(), Some(Part::Table(_))) {
            self.paragraph(Paragraph::styled(BREAK, ""));
        }
        if let Some(Part::Paragraph(above)) = self.parts.last_mut() {
            above.part(gap);
        }
    }

    /// Two tables that follow one another would be one.
    fn table(&mut self, table: String) {
        if matches!(self.parts.last(), Some(Part::Table(_))) {
            self.paragraph(Paragraph::styled(BREAK, ""));
        }
        self.parts.push(Part::Table(table));
    }

    /// A frame is as wide as its text, and a letter more at each side.
    fn mark(&mut self, text: &str) {
        let style = self.profile.style.mark;
        let room = u32::from(self.page().text());
        let framed = styles::width(text, style) + 2 * 20 * u32::from(style.size);
        let indent = if style.framed {
            room.saturating_sub(framed) / 2
        } else {
            0
        };
        self.paragraph(Paragraph::of(Element::Mark, text).indented(indent));
    }

    /// A line of a title, broken where the document says.
    fn named(&mut self, element: Element, text: &str) {
        let text = breaks::title(text, element, self.document, self.is_wide);
        self.element(element, &text);
    }

    fn title(&mut self, kind: &str, subject: &str) {
        self.named(Element::DocType, kind);
        self.named(Element::Subject, subject);
        if self.document.house.dashes {
            self.element(Element::Dashes, &self.profile.head.dashes);
        }
    }

    fn annex(&mut self, number: &str, title: &str, is_wide: bool) {
        if self.has_text {
            self.end_section();
        }
        self.is_wide = is_wide;
        self.named(Element::AnnexNumber, number);
        self.named(Element::AnnexTitle, title);
    }

    /// A line stays free between the text and the names under it.
    fn names(&mut self, names: String) {
        self.paragraph(Paragraph::of(Element::Body, "").keep_next(true));
        self.table(names);
    }

    fn page(&self) -> Page {
        if self.is_wide {
            self.profile.page.turned()
        } else {
            self.profile.page
        }
    }

    /// A section ends with its last paragraph.
    fn end_section(&mut self) {
        let section = self.section();
        if !matches!(self.parts.last(), Some(Part::Paragraph(_))) {
            self.paragraph(Paragraph::styled(BREAK, ""));
        }
        if let Some(Part::Paragraph(last)) = self.parts.last_mut() {
            last.end(section);
        }
        self.is_first = false;
    }

    /// The page of the section, with its number in the top margin.
    fn section(&self) -> String {
        let page = self.page();
        let turned = if self.is_wide {
            r#" w:orient="landscape""#
        } else {
            ""
        };
        let bare = if self.is_first && page.number_from_page > 1 {
            "<w:titlePg/>"
        } else {
            ""
        };
        format!(
            r#"<w:sectPr><w:headerReference w:type="default" r:id="{HEADER}"/><w:type w:val="nextPage"/><w:pgSz w:w="{}" w:h="{}"{turned}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{bare}</w:sectPr>"#,
            page.width,
            page.height,
            page.top,
            page.right,
            page.bottom,
            page.left,
            edge = page.number_from_edge,
        )
    }

    fn finish(mut self) -> (String, Lists) {
        if !matches!(self.parts.last(), Some(Part::Paragraph(_))) {
            self.paragraph(Paragraph::styled(BREAK, ""));
        }
        let section = self.section();
        let mut main = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>");
        for part in &self.parts {
            match part {
                Part::Paragraph(paragraph) => main.push_str(&paragraph.xml()),
                Part::Table(table) => main.push_str(table),
            }
        }
        main.push_str(&section);
        main.push_str("</w:body></w:document>");
        (main, self.lists)
    }
}
