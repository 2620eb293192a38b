//! The structure of the file: headings, paragraphs, lists and tables over the pieces of the pages, in reading order.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::parts::{Part, Role};

/// The pieces of each part, as they are drawn.
#[derive(Default)]
pub(super) struct Structure(BTreeMap<Part, Pieces>);

#[derive(Default)]
struct Pieces {
    drawn: Vec<Identifier>,
    /// Their words, for the title of a heading.
    text: String,
}

impl Pieces {
    fn within(self, tag: impl Into<TagKind>) -> TagGroup {
        let pieces = self.drawn.into_iter().map(Node::from);
        TagGroup::with_children(tag, pieces.collect())
    }
}

impl Structure {
    /// Adds a piece of a part.
    pub(super) fn push(&mut self, part: Part, piece: Identifier) {
        self.0.entry(part).or_default().drawn.push(piece);
    }

    /// Adds the words of a line of a part.
    pub(super) fn say(&mut self, part: Part, line: &str) {
        let Pieces { text, .. } = self.0.entry(part).or_default();
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(line);
    }

    /// Returns the tree: lines that follow one another are one list, the cells of a block one table, and no level of
    /// headings is left out.
    pub(super) fn tree(self) -> TagTree {
        let mut tree = TagTree::new();
        let mut parts = self.0.into_iter().peekable();
        let mut depth = 0;
        while let Some((part, pieces)) = parts.next() {
            let next = |next: &(Part, Pieces)| match part.role {
                Role::Item => next.0.role == Role::Item,
                Role::Cell { .. } => (next.0.block, next.0.role) == (part.block, part.role),
                Role::Heading(_) | Role::Paragraph => false,
            };
            let mut all = vec![(part, pieces)];
            while let Some(one) = parts.next_if(next) {
                all.push(one);
            }
            tree.push(match part.role {
                Role::Item => list(all),
                Role::Cell { columns } => table(all, columns),
                Role::Paragraph => whole(all).within(Tag::P),
                Role::Heading(level) => {
                    depth = level.min(depth + 1);
                    heading(whole(all), depth)
                }
            });
        }
        tree
    }
}

fn whole(all: Vec<(Part, Pieces)>) -> Pieces {
    let one = all.into_iter().next();
    one.map(|(_, pieces)| pieces).unwrap_or_default()
}

fn heading(pieces: Pieces, depth: u16) -> TagGroup {
    let title = super::write::short(&pieces.text);
    let level = NonZeroU16::new(depth).unwrap_or(NonZeroU16::MIN);
    pieces.within(Tag::Hn(level, Some(title)))
}

/// Its lines have their hyphens and numbers in them.
fn list(lines: Vec<(Part, Pieces)>) -> TagGroup {
    let mut list = TagGroup::new(Tag::L(ListNumbering::None));
    for (_, pieces) in lines {
        let body = pieces.within(Tag::LBody);
        list.push(TagGroup::with_children(Tag::LI, vec![body.into()]));
    }
    list
}

/// The first row is the heading; a cell without text is there too, so that each row has all columns.
fn table(cells: Vec<(Part, Pieces)>, columns: usize) -> TagGroup {
    let columns = columns.max(1);
    let last = cells.last().map_or(0, |(part, _)| part.place);
    let mut cells: BTreeMap<usize, Pieces> = cells
        .into_iter()
        .map(|(part, pieces)| (part.place, pieces))
        .collect();
    let mut rows = (0..=last / columns).map(|row| {
        let places = (0..columns).map(|column| row * columns + column);
        let cells = places.map(|place| {
            let pieces = cells.remove(&place).unwrap_or_default();
            Node::from(if row == 0 {
                pieces.within(Tag::TH(TableHeaderScope::Column))
            } else {
                pieces.within(Tag::TD)
            })
        });
        Node::from(TagGroup::with_children(Tag::TR, cells.collect()))
    });
    let head: Vec<Node> = rows.by_ref().take(1).collect();
    let body: Vec<Node> = rows.collect();
    let mut table = TagGroup::new(Tag::Table);
    table.push(TagGroup::with_children(Tag::THead, head));
    if !body.is_empty() {
        table.push(TagGroup::with_children(Tag::TBody, body));
    }
    table
}
