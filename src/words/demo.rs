//! The sentences of the command line about the practice book and about a book that is being prepared.

super::phrases! {
    bar_years = "Ghi sổ mẫu", "Writing the sample book";
    bar_index = "Lập chỉ mục tra cứu", "Making the search index";
    fail_demo_alone(option: &str) = "{option} chỉ đi cùng --meetings. Xem: giaoban --help", "{option} goes with --meetings only. See: giaoban --help";
    fail_demo_where = "--meetings cần --book TỆP: ghi sổ mẫu vào đâu.", "--meetings needs --book FILE: where the sample book goes.";
    fail_not_a_count(option: &str, typed: &str, most: u64) = "{option}: «{typed}» không phải một số từ 1 đến {most}.", "{option}: «{typed}» is no number from 1 to {most}.";
}
