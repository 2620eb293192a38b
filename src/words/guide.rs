//! What the program says around its handbook and its licences.

super::phrases! {
    licence_of_program = "giaoban được cấp phép theo giấy phép MIT hoặc Apache-2.0, tùy người dùng chọn. Phông chữ Tinos kèm theo được cấp phép theo SIL Open Font License 1.1. Phần mềm của bên thứ ba kê ở cuối. Giấy phép in nguyên văn tiếng Anh.", "giaoban is licensed under MIT or Apache-2.0, whichever you choose. The Tinos fonts in it are licensed under the SIL Open Font License 1.1. The software of others is listed at the end.";
}
