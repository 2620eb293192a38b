//! Each block of a document as strips, as the profile of its date and the house of its issuer ask.

use super::boxes::{
    Bookmark, Rule, Strip, Turn, baseline, beside, labelled, line_height, paragraph, stacked,
};
use super::letters::set;
use super::parts::{Role, tagged};
use super::table::{Room, table};
use crate::papers::breaks;
use crate::papers::document::{Block, Document, Letterhead, Plate, Signature, plate_length};
use crate::papers::head::head;
use crate::papers::outline;
use crate::papers::plain::recipient_lines;
use crate::papers::profile::{self, Element, Profile, Style};

/// The strips that follow one another on pages of one form.
pub(super) struct Sheet {
    /// The paper and its margins.
    pub(super) form: profile::Page,
    pub(super) strips: Vec<Strip>,
}

impl Sheet {
    fn of(form: profile::Page) -> Self {
        let strips = Vec::new();
        Self { form, strips }
    }
}

/// Returns the sheets of a document: its text, then each annex.
pub(super) fn sheets(document: &Document) -> Vec<Sheet> {
    let profile = document.profile();
    let first = if document.begins_wide() {
        profile.page.turned()
    } else {
        profile.page
    };
    let mut sheets = vec![Sheet::of(first)];
    let (mut is_under_title, mut has_text) = (false, false);
    for (number, (label, piece)) in
        outline::labelled(&document.pieces, &profile.outline).enumerate()
    {
        if let Block::Annex { is_wide, .. } = piece.block {
            let page = profile.page;
            let form = if is_wide { page.turned() } else { page };
            // A mark above an annex needs no page of its own.
            if has_text {
                sheets.push(Sheet::of(form));
            }
        }
        has_text |= !piece.block.is_mark();
        if let Some(sheet) = sheets.last_mut() {
            let setter = Setter::new(document, sheet.form);
            let mut strips = setter.block(&piece.block, label.as_deref());
            number_parts(&mut strips, number);
            if let (Some(first), Some(last)) = (strips.first_mut(), sheet.strips.last_mut()) {
                if matches!(piece.block, Block::Table(_)) && !is_under_title {
                    // A table stands as far below the text as a paragraph; the title of an annex has its own room.
                    first.before = profile.style.body.before.into();
                } else if is_ending(&piece.block) {
                    // Nobody signs a page that holds nothing but names.
                    bond(last);
                }
            }
            sheet.strips.extend(strips);
        }
        is_under_title = matches!(piece.block, Block::Annex { .. });
    }
    sheets.retain(|sheet| !sheet.strips.is_empty());
    sheets
}

/// Says of which block of the document the parts of strips are.
fn number_parts(strips: &mut [Strip], block: usize) {
    let runs = strips.iter_mut().flat_map(|strip| &mut strip.runs);
    for part in runs.filter_map(|run| run.part.as_mut()) {
        part.block = block;
    }
}

/// Returns the room for text on a page of this form.
pub(super) fn room(form: profile::Page) -> Room {
    Room {
        text: form.text().into(),
        height: (form.height - form.top - form.bottom).into(),
    }
}

fn is_ending(block: &Block) -> bool {
    matches!(block, Block::Signatures { .. } | Block::Closing { .. })
}

fn bond(strip: &mut Strip) {
    strip.is_bonded = true;
}

/// Sets blocks on paper of one form.
struct Setter<'a> {
    document: &'a Document,
    profile: &'a Profile,
    room: Room,
}

impl<'a> Setter<'a> {
    fn new(document: &'a Document, form: profile::Page) -> Self {
        Self {
            document,
            profile: document.profile(),
            room: room(form),
        }
    }

    fn block(&self, block: &Block, label: Option<&str>) -> Vec<Strip> {
        let style = &self.profile.style;
        match block {
            Block::Letterhead(head) => self.letterhead(head),
            Block::Draft(text) => self.plain(text, style.draft),
            Block::Mark(text) => self.mark(text),
            Block::Title { kind, subject } => {
                self.title([(kind, Element::DocType), (subject, Element::Subject)])
            }
            Block::Section(text) => self.headed(label, text, style.section, 0),
            Block::Heading(text) => self.headed(label, text, style.heading, 1),
            Block::Speaker(text) => {
                let lines = self.labelled(label, text, style.speaker);
                tagged(lines, Role::Heading(4), 0)
            }
            Block::Numbered(text) | Block::Item(text) => {
                tagged(self.labelled(label, text, style.body), Role::Item, 0)
            }
            Block::Paragraph(text) => self.plain(text, style.body),
            Block::Annex {
                number,
                title,
                is_wide,
            } => {
                let lines = [(number, Element::AnnexNumber), (title, Element::AnnexTitle)];
                self.name_lines(lines, *is_wide)
            }
            Block::Table(rows) => table(rows, self.profile, self.room),
            Block::Plate(plate) => vec![self.plate(plate)],
            Block::Signatures { left, right } => self.ending(
                paragraphs_from(self.signed(left, self.left()), 0),
                paragraphs_from(self.signed(right, self.right()), SIDE),
            ),
            Block::Closing {
                recipients,
                signature,
            } => self.ending(
                paragraphs_from(self.recipients(recipients), 0),
                paragraphs_from(self.signed(signature, self.right()), SIDE),
            ),
        }
    }

    fn paragraph(&self, text: &str, style: Style) -> Vec<Strip> {
        paragraph(text, style, self.room.width())
    }

    /// A paragraph that is a block of its own.
    fn plain(&self, text: &str, style: Style) -> Vec<Strip> {
        tagged(self.paragraph(text, style), Role::Paragraph, 0)
    }

    fn labelled(&self, label: Option<&str>, text: &str, style: Style) -> Vec<Strip> {
        labelled(label, text, style, self.room.width())
    }

    fn headed(&self, label: Option<&str>, text: &str, style: Style, level: usize) -> Vec<Strip> {
        let name = label.map_or_else(|| text.to_owned(), |label| format!("{label} {text}"));
        let depth = if level == 0 { 2 } else { 3 };
        let lines = tagged(self.labelled(label, text, style), Role::Heading(depth), 0);
        marked(lines, level, &name)
    }

    /// The type over its subject, with the hyphens under it where the house has them.
    fn title(&self, lines: [(&String, Element); 2]) -> Vec<Strip> {
        let mut strips = self.name_lines(lines, false);
        if self.document.house.dashes {
            strips.extend(self.paragraph(&self.profile.head.dashes, self.profile.style.dashes));
        }
        strips
    }

    /// Two paragraphs that are one name in the outline, each in lines of one length.
    fn name_lines(&self, lines: [(&String, Element); 2], is_wide: bool) -> Vec<Strip> {
        let style = |element| self.profile.style.of(element);
        let name = lines.map(|(text, element)| set(text, style(element)));
        let strips = lines.into_iter().flat_map(|(text, element)| {
            let text = breaks::title(text, element, self.document, is_wide);
            self.paragraph(&text, style(element))
        });
        let strips = tagged(strips.collect(), Role::Heading(1), 0);
        marked(strips, 0, &name.join(" "))
    }

    fn left(&self) -> f64 {
        self.profile.head.left_column.into()
    }

    fn right(&self) -> f64 {
        self.profile.head.right_column.into()
    }

    /// Two columns at the edges of the text, as far from one another as the paper is wide.
    fn columns(&self, left: Vec<Strip>, right: Vec<Strip>, wide: f64) -> Vec<Strip> {
        let columns = vec![(0.0, left), (self.room.width() - wide, right)];
        beside(columns, self.room.height)
    }

    /// Number and place stand on one line, under the asterisk on one side and the rule on the other.
    fn letterhead(&self, letterhead: &Letterhead) -> Vec<Strip> {
        let style = &self.profile.style;
        let head = head(letterhead, self.profile);
        let [left, right] = head.widths.map(f64::from);
        let is_internal = letterhead.is_internal;
        let asterisk = self.profile.head.asterisk.as_str();
        let asterisk = if is_internal { "" } else { asterisk };
        let lines = [
            (head.superior.as_str(), style.superior),
            (head.organ.as_str(), style.organ),
            (asterisk, style.asterisk),
        ];
        // A body without a superior stands in the first line itself.
        let lines = (0..)
            .zip(lines)
            .filter(|(_, (text, _))| !text.is_empty())
            .flat_map(|(place, (text, style))| one_paragraph(paragraph(text, style, left), place));
        let party = if is_internal {
            Vec::new()
        } else {
            self.party(right)
        };
        let mut strips = self.columns(lines.collect(), party, right);
        if !head.number.is_empty() || !head.place_date.is_empty() {
            strips.extend(self.columns(
                one_paragraph(paragraph(&head.number, style.number, left), 3),
                one_paragraph(paragraph(&head.place_date, style.place_date, right), 5),
                right,
            ));
        }
        strips.iter_mut().for_each(bond);
        strips
    }

    /// The Party's name over a rule as long as itself.
    fn party(&self, width: f64) -> Vec<Strip> {
        let head = &self.profile.head;
        let border = self.border();
        let name = paragraph(&head.party, self.profile.style.party, width);
        let mut strips = one_paragraph(name, 4);
        let name = strips.iter().flat_map(|strip| &strip.runs);
        if let Some(longest) = name.max_by(|a, b| a.width.total_cmp(&b.width)) {
            let rule = Rule {
                x: longest.x,
                y: f64::from(head.rule_gap) * 20.0,
                width: longest.width,
                height: border,
            };
            strips.push(Strip {
                rules: vec![rule],
                ..Strip::blank(rule.y + rule.height)
            });
        }
        strips
    }

    /// A framed line: the frame is a letter wider at each side, and as far from it as the rule from the Party's name.
    fn mark(&self, text: &str) -> Vec<Strip> {
        let style = self.profile.style.mark;
        if !style.framed {
            return self.plain(text, style);
        }
        let border = self.border();
        let margin = f64::from(style.size) * 20.0;
        let gap = f64::from(self.profile.head.rule_gap) * 20.0 + border;
        let mut lines = paragraph(text, style, self.room.width() - 2.0 * margin);
        let before = lines
            .first_mut()
            .map(|line| std::mem::take(&mut line.before));
        let text = stacked(tagged(lines, Role::Paragraph, 0));
        let widths = text.runs.iter().map(|run| run.width);
        let width = widths.fold(0.0, f64::max) + 2.0 * margin;
        let height = text.height + 2.0 * gap;
        let x = (self.room.width() - width) / 2.0;
        let mut framed = Strip {
            before: before.unwrap_or_default(),
            rules: frame(x, width, height, border),
            ..Strip::blank(height)
        };
        framed.lay(text, margin, gap);
        vec![framed]
    }

    /// A plate is framed, so that it can be cut out, with a line where it is folded; the second half says nothing new.
    fn plate(&self, plate: &Plate) -> Strip {
        let length = f64::from(plate_length(&self.profile.page));
        let half = self.room.width() / 2.0;
        let style = self.profile.style.plate;
        let lines = plate.lines.iter().flat_map(|line| {
            let style = Style {
                size: line.size,
                ..style
            };
            paragraph(&line.text, style, length)
        });
        let text = stacked(tagged(lines.collect(), Role::Paragraph, 0));
        let below_fold = (half - text.height).max(0.0) / 2.0;
        let again = text.clone().decoration();
        let mut framed = Strip {
            rules: frame(0.0, half, length, self.border()),
            ..Strip::blank(length)
        };
        framed
            .rules
            .extend(frame(half, half, length, self.border()));
        framed.lay(text.turned(Turn::Right), half - below_fold, 0.0);
        framed.lay(again.turned(Turn::Left), half + below_fold, length);
        framed
    }

    /// How thick rules are.
    fn border(&self) -> f64 {
        f64::from(self.profile.table.border_eighths) * 20.0 / 8.0
    }

    /// The signatures, one line below the text.
    fn ending(&self, left: Vec<Strip>, right: Vec<Strip>) -> Vec<Strip> {
        let body = self.profile.style.body;
        let mut strips = self.columns(left, right, self.right());
        if let Some(first) = strips.first_mut() {
            first.before = f64::from(body.before) + line_height(body);
        }
        strips
    }

    fn signed(&self, signature: &Signature, width: f64) -> Vec<Strip> {
        let style = &self.profile.style;
        let position = Style {
            bold: style.position.bold
                || signature.authority.is_none() && self.document.house.bold_position,
            ..style.position
        };
        let authority = signature
            .authority
            .as_deref()
            .map(|text| (text, style.authority));
        let position = signature.position.as_deref().map(|text| (text, position));
        let over = authority.into_iter().chain(position);
        let mut strips: Vec<Strip> = over
            .flat_map(|(text, style)| paragraph(text, style, width))
            .collect();
        let gap = f64::from(self.profile.end.signature_lines) * line_height(style.signer);
        strips.push(Strip::blank(gap));
        strips.extend(paragraph(&signature.name, style.signer, width));
        strips
    }

    fn recipients(&self, recipients: &[String]) -> Vec<Strip> {
        let (style, end) = (&self.profile.style, &self.profile.end);
        let mut strips = paragraph(&end.recipients_label, style.recipients_label, self.left());
        for line in recipient_lines(recipients, end) {
            strips.extend(paragraph(&line, style.recipients, self.left()));
        }
        strips
    }
}

/// The first place of the right side of the names under a document.
const SIDE: usize = 1000;

/// Returns lines as one paragraph of their block.
fn one_paragraph(lines: Vec<Strip>, place: usize) -> Vec<Strip> {
    tagged(lines, Role::Paragraph, place)
}

/// Returns lines of names, each a paragraph of its own, from a place on.
fn paragraphs_from(lines: Vec<Strip>, first: usize) -> Vec<Strip> {
    let lines = (first..).zip(lines);
    lines
        .flat_map(|(place, line)| one_paragraph(vec![line], place))
        .collect()
}

/// Returns the four rules of a frame.
fn frame(x: f64, width: f64, height: f64, border: f64) -> Vec<Rule> {
    let sides = [
        (x, 0.0, width, border),
        (x, height - border, width, border),
        (x, 0.0, border, height),
        (x + width - border, 0.0, border, height),
    ];
    let rules = sides.map(|(x, y, width, height)| Rule {
        x,
        y,
        width,
        height,
    });
    rules.into()
}

/// Lets the outline lead to the first of some strips.
fn marked(mut strips: Vec<Strip>, level: usize, title: &str) -> Vec<Strip> {
    if let Some(first) = strips.first_mut() {
        first.bookmark = Some(Bookmark {
            level,
            title: title.to_owned(),
            y: 0.0,
        });
    }
    strips
}

/// Returns the number of a page, from the left edge of its text and the upper edge of the paper.
pub(super) fn number(number: usize, form: profile::Page, style: Style) -> Strip {
    let lines = paragraph(&number.to_string(), style, form.text().into());
    let mut strip = stacked(lines);
    for run in &mut strip.runs {
        run.y = f64::from(form.number_from_edge) + baseline(style);
    }
    strip
}
