//! The difference of two versions of a paper, word by word; unchanged paragraphs are folded.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

/// Unchanged paragraphs that are shown before and after a changed one.
const AROUND: usize = 1;

/// The change of a run of words from one version to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They stay.
    Kept,
    /// They go.
    Removed,
    /// They come.
    Added,
}

/// A piece of the difference, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// The number of unchanged paragraphs that are not shown.
    Folded(usize),
    /// A paragraph in stretches.
    Paragraph(Vec<(Mark, String)>),
}

/// Returns the difference of two texts; it is empty for equal texts.
pub fn difference(old: &str, new: &str) -> Vec<Passage> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    if old == new {
        return Vec::new();
    }
    let ops = capture_diff_slices(Algorithm::Patience, &old, &new);
    let last = ops.len().saturating_sub(1);
    let mut passages = Vec::new();
    for (place, op) in ops.iter().enumerate() {
        if let DiffOp::Equal { old_index, len, .. } = op {
            let same = old.get(*old_index..old_index + len).unwrap_or_default();
            let before = if place == 0 { 0 } else { AROUND };
            let behind = if place == last { 0 } else { AROUND };
            fold(same, before, behind, &mut passages);
        } else {
            let removed = old.get(op.old_range()).unwrap_or_default();
            let added = new.get(op.new_range()).unwrap_or_default();
            changed(removed, added, &mut passages);
        }
    }
    passages
}

/// Shows the paragraphs next to a change and folds those between.
fn fold(same: &[&str], before: usize, behind: usize, passages: &mut Vec<Passage>) {
    let unchanged = |line: &&str| Passage::Paragraph(vec![(Mark::Kept, (*line).to_owned())]);
    // A fold that hides one paragraph only takes as much room as that paragraph.
    if same.len() <= before + behind + 1 {
        passages.extend(same.iter().map(unchanged));
        return;
    }
    let (head, rest) = same.split_at(before);
    let (folded, tail) = rest.split_at(rest.len() - behind);
    passages.extend(head.iter().map(unchanged));
    passages.push(Passage::Folded(folded.len()));
    passages.extend(tail.iter().map(unchanged));
}

/// Compares paragraphs that were changed pair by pair; those without a partner went or came whole.
fn changed(removed: &[&str], added: &[&str], passages: &mut Vec<Passage>) {
    let pairs = removed.len().min(added.len());
    for (old, new) in removed.iter().zip(added) {
        passages.push(Passage::Paragraph(by_words(old, new)));
    }
    let whole = |mark: Mark, lines: &[&str]| -> Vec<Passage> {
        let paragraphs = lines.iter().skip(pairs);
        paragraphs
            .map(|line| Passage::Paragraph(vec![(mark, (*line).to_owned())]))
            .collect()
    };
    passages.extend(whole(Mark::Removed, removed));
    passages.extend(whole(Mark::Added, added));
}

fn by_words(old: &str, new: &str) -> Vec<(Mark, String)> {
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Patience)
        .diff_words(old, new);
    let mut stretches: Vec<(Mark, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Equal => Mark::Kept,
            ChangeTag::Delete => Mark::Removed,
            ChangeTag::Insert => Mark::Added,
        };
        match stretches.last_mut() {
            Some((last, text)) if *last == mark => text.push_str(change.value()),
            Some(_) | None => stretches.push((mark, change.value().to_owned())),
        }
    }
    stretches
}
