//! Dice for sample data: the same seed throws the same numbers, on every machine and for ever.

/// A source of numbers that look thrown (`SplitMix64` by Steele, Lea and Flood, 2014).
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from `low` to `high`, both of them possible.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.saturating_sub(low).max(0).unsigned_abs() + 1;
        low.saturating_add(i64::try_from(self.throw() % span).unwrap_or(0))
    }

    /// Says yes so many times in a thousand.
    pub(crate) fn in_thousand(&mut self, times: i64) -> bool {
        self.between(1, 1000) <= times
    }

    /// Returns one of several, or nothing where there are none.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(choices.len()).ok()?.checked_sub(1)?;
        choices.get(usize::try_from(self.between(0, last)).ok()?)
    }

    /// Returns so many different ones of several, or all of them, in no order.
    pub(crate) fn draw<T: Clone>(&mut self, choices: &[T], count: usize) -> Vec<T> {
        let mut left = choices.to_vec();
        let mut drawn = Vec::new();
        while drawn.len() < count && !left.is_empty() {
            let last = i64::try_from(left.len() - 1).unwrap_or(0);
            drawn.push(left.swap_remove(usize::try_from(self.between(0, last)).unwrap_or(0)));
        }
        drawn
    }
}
