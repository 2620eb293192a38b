//! The wards of the first roster, as the program carries them.

const ROSTERS: &str = include_str!("../../src/templates/rosters.toml");

/// Returns their names in the order of the file, which is the order of the domain.
pub fn wards() -> Vec<String> {
    let first = ROSTERS.split("[[roster]]").nth(1).unwrap_or_default();
    first
        .lines()
        .filter_map(|line| line.split("name = \"").nth(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| !name.contains("thành phố"))
        .map(str::to_owned)
        .collect()
}
