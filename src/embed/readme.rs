//! `README.txt`: which file to use where.

use super::Published;
use super::html::escaped;
use super::said::Said;
use super::tags::SANDBOX;

pub(super) fn readme(said: &Said, published: &Published) -> String {
    let Published { size: [width, height], height: frame, .. } = *published;
    let page = published.page();
    let png = published.address("figure.png");
    let (address, alt) = (escaped(&page), escaped(&said.alt));
    let base = match published.site() {
        Some(_) => format!("The files belong at {}", published.address("")),
        None => "The address of this folder was not given (--base): wherever index.html, figure.svg,\n\
            data.json or another file of this folder is named below or in a file, write its full\n\
            address before it, beginning with https://."
            .to_owned(),
    };
    let script = &published.script;
    format!(
        "{heading}\n\n\
        WHICH FILE TO USE WHERE\n\n\
        {base}\n\
        Upload the whole folder, then:\n\n\
        A system that takes scripts\n\
        \x20 Paste snippet.html. It loads {script}.\n\
        \x20 Readers without scripts get the picture and the table. Where this folder is on\n\
        \x20 another host than the article, that host must send the script and data.json with\n\
        \x20 Access-Control-Allow-Origin.\n\n\
        A system that takes only iframes\n\
        \x20 Paste iframe.html. Its second line makes the frame as high as the figure; where\n\
        \x20 scripts are refused, leave it out and set the height by hand.\n\n\
        WordPress\n\
        \x20 Most authors may paste neither. Upload figure.png as a picture with the text of\n\
        \x20 alt.txt, and link it to {page}\n\
        \x20 Where the site is allowed to embed that address, oembed.json describes it.\n\n\
        Newsletter, RSS\n\
        \x20 figure@2x.png, {width} pixels wide, with the text of alt.txt, linked to the page.\n\
        \x20 No mail program runs the figure itself.\n\n\
        AMP\n\
        <amp-iframe width=\"{width}\" height=\"{frame}\" layout=\"responsive\" resizable\n\
        \x20 frameborder=\"0\" sandbox=\"{SANDBOX}\"\n\
        \x20 src=\"{address}\">\n\
        \x20 <amp-img placeholder layout=\"fill\" object-fit=\"contain\" src=\"{png}\"\n\
        \x20   alt=\"{alt}\"></amp-img>\n\
        \x20 <div overflow tabindex=\"0\" role=\"button\">Show the whole figure</div>\n\
        </amp-iframe>\n\n\
        Print\n\
        \x20 figure-light.svg: lines and letters, sharp at any size ({width} x {height}).\n\n\
        THE FILES\n\n\
        \x20 figure.svg          the figure with heading, loops in words, key, source and date;\n\
        \x20                     light or dark as the reader's system is, unless asked otherwise\n\
        \x20 figure-narrow.svg   the same for phones\n\
        \x20 figure-light.svg    always light, without styles: where figure.svg looks wrong\n\
        \x20 figure-dark.svg     always dark, without styles\n\
        \x20 figure.png, figure@2x.png   the same as points, plain and twice as sharp\n\
        \x20 index.html          the page for iframes: one file that loads nothing else\n\
        \x20 snippet.html        the element with picture and table inside\n\
        \x20 iframe.html         the frame to paste\n\
        \x20 deal-network.min.js the whole widget in one file\n\
        \x20 frame-loader.js     gives the frame its height; if either is not here, take it from the release\n\
        \x20 oembed.json         describes the frame for systems that ask\n\
        \x20 alt.txt             the figure in words, for the alt text of pictures\n\
        \x20 data.json           the companies, deals and sources\n\
        \x20 loops.csv           all loops, ranked, for spreadsheets\n",
        heading = said.heading
    )
}
