/** The one style sheet of HTML reports. Colours keep a contrast of 4.5:1 on their ground in both schemes. */
export const STYLE = `:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d2126;--soft:#565d66;--line:#dedbd2;--accent:#0b5d63;--accent-soft:#e2efee;
--error:#a3221b;--error-soft:#fbe6e3;--warning:#7d4a00;--warning-soft:#fcefd3;--note:#2a4f93;--note-soft:#e5ecf9;--good:#1d6a3a;--good-soft:#e0f1e5;
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;--mono:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{--paper:#14171a;--card:#1c2024;--ink:#e8e6e1;--soft:#a9b0b8;--line:#343a41;--accent:#7fd0d2;--accent-soft:#16383a;
--error:#ff9d94;--error-soft:#45201d;--warning:#f1bd62;--warning-soft:#3d2d10;--note:#a6c3ff;--note-soft:#1f2e4c;--good:#8bd6a4;--good-soft:#173622}}
*{box-sizing:border-box}html{scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans)}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}h1{font-size:2rem;margin:.2rem 0 .4rem;overflow-wrap:anywhere}h2{font-size:1.35rem;margin:0 0 .8rem}h3{font-size:1.05rem;margin:0 0 .4rem}
a{color:var(--accent);text-underline-offset:.18em}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wrap{max-width:80rem;margin:0 auto;padding:2rem 1.5rem 4rem}header.top{border-bottom:1px solid var(--line);padding-bottom:1.2rem;margin-bottom:2rem}
.brand{font-weight:600;letter-spacing:.02em;color:var(--soft);font-size:.9rem}.meta,.soft{color:var(--soft)}.meta{margin:.2rem 0;font-size:.95rem}
nav.in ul{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;margin:.8rem 0 0;padding:0;font-size:.95rem}
section.block{margin:0 0 3rem}.grid{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr))}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem;min-width:0}figure.card{margin:0}figcaption{font-family:var(--serif);font-weight:600;font-size:1.1rem;margin-bottom:.7rem}figcaption small{display:block;font:400 .85rem/1.4 var(--sans);color:var(--soft)}
.tiles{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));margin:0 0 2rem;padding:0;list-style:none}.tiles li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.9rem 1.1rem}.tiles b{display:block;font:600 1.9rem/1.15 var(--serif);font-variant-numeric:tabular-nums}.tiles span{color:var(--soft);font-size:.9rem}
.tiles .error b{color:var(--error)}.tiles .warning b{color:var(--warning)}.tiles .note b{color:var(--note)}
ol.bars{list-style:none;margin:0;padding:0;font-size:.9rem}ol.bars li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.05rem .8rem;padding:.28rem 0}ol.bars .v{font-variant-numeric:tabular-nums;color:var(--soft)}ol.bars .l{overflow-wrap:anywhere}ol.bars svg{grid-column:1/-1;width:100%;height:7px;display:block;border-radius:4px}
svg .track{fill:var(--line)}svg .bar{fill:var(--accent)}svg .error{fill:var(--error)}svg .warning{fill:var(--warning)}svg .note{fill:var(--note)}svg text{fill:var(--soft);font:12px var(--sans)}svg text.val{fill:var(--ink)}svg .axis{stroke:var(--line)}
table{border-collapse:collapse;width:100%;font-size:.9rem}th{text-align:left;font-weight:600}th,td{padding:.45rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}thead th,td.num{white-space:nowrap;overflow-wrap:normal}
.scroll{position:relative;overflow:auto;border:1px solid var(--line);border-radius:10px;background:var(--card)}
.tools{display:flex;flex-wrap:wrap;gap:.8rem 1.2rem;align-items:end;margin-bottom:1rem}.tools label{display:grid;gap:.2rem;font-size:.85rem;color:var(--soft)}
input,select,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:7px;padding:.4rem .65rem;min-height:2.4rem;max-width:100%}button{cursor:pointer}button:disabled{opacity:.55;cursor:default}
.matrix{max-height:80vh}.matrix table{width:auto;min-width:100%;border-collapse:separate;border-spacing:0}.matrix thead th{position:sticky;top:0;background:var(--card);z-index:2;vertical-align:bottom;padding:.3rem .15rem}
.matrix th button{border:0;background:none;padding:.3rem;min-height:1.6rem;font-size:.82rem;font-weight:600;white-space:nowrap}.matrix th.r button{writing-mode:vertical-rl;transform:rotate(180deg);max-height:15rem}
.matrix th[aria-sort=ascending] button::after{content:" \\2191"}.matrix th[aria-sort=descending] button::after{content:" \\2193"}
.matrix tbody th,.matrix thead th:first-child{position:sticky;left:0;background:var(--card);z-index:1;font-weight:400;min-width:15rem;max-width:24rem}.matrix thead th:first-child{z-index:3}
.matrix td{text-align:center;white-space:nowrap;padding:.3rem .35rem;font-variant-numeric:tabular-nums;border-left:1px solid transparent}.matrix td.p{color:var(--good);background:var(--good-soft)}.matrix td.a{color:var(--error);background:var(--error-soft);font-weight:600}.matrix td.n{color:var(--soft)}
.matrix tbody tr:hover th,.matrix tbody tr:hover td.n{background:var(--accent-soft)}.key{font-size:.85rem;color:var(--soft);margin:.6rem 0 0}
.pill{display:inline-block;border-radius:99px;padding:.08rem .6rem;font-size:.8rem;font-weight:600;background:var(--accent-soft);color:var(--accent);white-space:nowrap}.pill.error{background:var(--error-soft);color:var(--error)}.pill.warning{background:var(--warning-soft);color:var(--warning)}.pill.note{background:var(--note-soft);color:var(--note)}.pill.present{background:var(--good-soft);color:var(--good)}.pill.absent{background:var(--error-soft);color:var(--error)}.pill.not-applicable{background:none;color:var(--soft);font-weight:400}
.policy{display:grid;gap:2rem;grid-template-columns:minmax(11rem,15rem) minmax(0,1fr) minmax(16rem,23rem);align-items:start}
.side{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}.side ul{list-style:none;margin:0;padding:0 0 0 .8rem;font-size:.9rem}.side>ul{padding:0}.side li{padding:.16rem 0}.tree li a{color:inherit;text-decoration:none;overflow-wrap:anywhere}.tree li a:hover{text-decoration:underline}
.text{font:1.02rem/1.7 var(--serif);white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.8rem 2rem}
.text .s{font-weight:600;color:var(--accent)}.text .c{border-bottom:1px dotted var(--soft)}mark{color:inherit;background:var(--note-soft);border-bottom:2px solid var(--note);border-radius:2px}mark.warning{background:var(--warning-soft);border-color:var(--warning)}mark.error{background:var(--error-soft);border-color:var(--error)}
.text :target,.text .s:target{outline:3px solid var(--accent);outline-offset:3px}.ref{font:600 .72rem/1 var(--sans);vertical-align:super;text-decoration:none;padding:.2rem .3rem;border-radius:4px;background:var(--card);border:1px solid var(--line);margin:0 .1rem}
ol.findings{list-style:none;margin:0;padding:0}ol.findings>li{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--note);border-radius:8px;padding:.7rem .9rem;margin:0 0 .7rem;font-size:.92rem;overflow-wrap:anywhere}ol.findings>li.error{border-left-color:var(--error)}ol.findings>li.warning{border-left-color:var(--warning)}ol.findings>li:target{outline:3px solid var(--accent)}ol.findings p{margin:.35rem 0 0}ol.findings .small{font-size:.82rem;color:var(--soft)}
.pair{display:grid;gap:1rem;grid-template-columns:1fr 1fr;margin:.6rem 0 0}.pair blockquote{margin:0;padding:.8rem 1rem;background:var(--paper);border-left:3px solid var(--error);font-family:var(--serif);overflow-wrap:anywhere}.pair cite{display:block;font:400 .82rem var(--sans);margin-top:.4rem}
details{margin:1rem 0}summary{cursor:pointer;font-weight:600;padding:.3rem 0}.below{margin-top:2.5rem}footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;color:var(--soft);font-size:.88rem}
.pager{display:flex;justify-content:space-between;gap:1rem;margin-top:.8rem;flex-wrap:wrap}
@media (min-width:52rem){figure.wide{grid-column:span 2}}
@media (max-width:72rem){.policy{grid-template-columns:minmax(0,1fr) minmax(15rem,20rem)}.policy .side.tree{display:none}}
@media (max-width:52rem){.policy,.pair{grid-template-columns:minmax(0,1fr)}.side{position:static;max-height:none}.text{padding:1.1rem}.wrap{padding:1.2rem 1rem 3rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb}body{font-size:10pt}.wrap{max-width:none;padding:0}.tools,.skip,nav.in,.pager,.side.tree{display:none}.policy{display:block}.side{position:static;max-height:none;overflow:visible}.text,.card,.scroll{border:0;padding:0;max-height:none;overflow:visible}.card,ol.findings>li,tr,.pair{break-inside:avoid}mark{background:none}a{color:inherit}}
`;
