mod common;
use common::stage::Stage;
use giaoban::words::Lang;
#[test]
fn look() {
    for size in [(80,24),(120,36)] {
    let mut stage = Stage::demo(size, Lang::Vi);
    stage.press("<F8>");
    println!("{}", stage.text());
    stage.press("<Tab><Down><Down><Down><Down>");
    println!("{}", stage.text());
    stage.press("<End>");
    println!("{}", stage.text());
    stage.press("<PgUp>");
    println!("{}", stage.text());
    stage.press("<Right>");
    println!("{}", stage.text());
    stage.press("<Tab><C-o>");
    println!("{}", stage.text());
    stage.press("<Esc><C-e>");
    println!("{}", stage.text());
    }
}
