//! The names of files and folders that papers and tables are offered, without accents: they travel by mail and by stick.

super::phrases! {
    file_actions(day: &str) = "nhiem-vu-{day}.xlsx", "nhiem-vu-{day}.xlsx";
    file_issues(day: &str) = "phu-luc-vuong-mac-{day}.docx", "phu-luc-vuong-mac-{day}.docx";
    file_turnout(year: i32) = "du-hop-{year}.xlsx", "du-hop-{year}.xlsx";
    file_year(year: i32) = "nam-{year}.xlsx", "nam-{year}.xlsx";
    folder_papers(day: &str) = "giao-ban-{day}", "giao-ban-{day}";
}
