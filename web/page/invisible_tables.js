// @ts-check
// Made by scripts/invisible-page.mjs from sim/scenario/invisible_tables.h. Don't edit it: run that again.
//
// Each table is a row of ranges in base 36: how far each begins behind the end of the one before, and, after a dot, how many
// more characters than one it has.

/** Letters and marks of the scripts that join. */
export const joining =
  '174.a 6.1r f.2t 2.7 3.9 2.5 b.2 3 h.1m 3.1e 23.17 5 3 1v.r 5.a 6.n 2.5 a.21 2.31 5.e e.i 2.7 3.1 3.l 2.6 2 4.3 3.8 3.1 3.3 9 5.1 2.4 d.1 b 2 3.2 2.5 5.1 3.l 2.6 2.1 2.1 2.1 3 2.4 5.1 3.2 4 8.3 2 i.5 c.2 2.8 2.2 2.l 2.6 2.1 2.4 3.9 2.2 2.2 3 g.3 m.6 2.2 2.7 3.1 3.l 2.6 2.1 2.4 3.8 3.1 3.2 8.2 5.1 2.4 e h.1 2.5 4.2 2.3 4.1 2 2.1 4.1 4.2 4.b 5.4 4.2 2.3 3 7 15.c 2.2 2.m 2.f 3.8 2.2 2.3 8.1 2.2 3 3.3 t.3 2.7 2.2 2.m 2.9 2.4 3.8 2.2 2.3 8.1 7.1 2.3 e.2 d.c 2.2 2.1e 2.2 2.4 6.3 8.4 n.5 2.2 2.h 4.n 2.8 2 3.6 4 5.5 2 2.7 j.1 el.1r h.1r b.3 1cz.1f 3.t 4 5.1 1v.2g 8.16 ae.1q 2.s 3 14 2h.24 v.8 d.1b b.5 7l.2 2.12 74 r9i.13 5 k.1f d.1x r.n 4 2.2 3l.1s w.f b.4 2q.m 4.5 2p.f 3.4 5m.16 2.1 foj.2p y.a2 j.1r 3.1h 15.b 39.4 2.3q 26c.3 2.1 6.7 2.2 2.s 3.2 5 3l.7 2.t 4a.h a7.13 d2.2 1d.w w.l 17.k 1o.1y 16.5 a.1n 8 1q.1g g.3 1l.1w 5.3 2.1 b 2 10.h 2.10 7.3 5b.3 2.7 3.1 3.l 2.6 2.1 2.4 2.9 3.1 3.2 3 7 6.6 3.6 4.4 3w.22 k.3 v.1x 2 55.1h 3.8 o.5 z.1s 4 1o.1k 94.1m 5i.6 3 3.7 2.1 2.t 2.1 3.8 2l.7 3.19 3.7 2.1 s.1q 9 9.21 4 9v.8 2.18 2.8 5c.6 2.1 2.17 4 2.1 2.8 p.5 2.1 2.10 2.1 2.5 a0.g 2.14 4.4 13um.23 xh.3 2.q 2.1 2 3 2.9 2.3 2 2 7 5 2 2 2.2 2.1 2 3 2 2 2 2 2.1 2 3.3 2.6 2.3 2.3 2 2.9 2.g 6.2 2.4 2.g';
/** Letters and marks of the Mongolian script. */
export const mongolian = '4rk.2g 8.16';
/** What an emoji can be made of. */
export const pictures =
  '4p 5 68e d 61 n 2j.5 g.1 a8.1 d 2o 1z q.a 5.2 5k 6g.1 b a 1n.3 2.5 2.b 2.35 b.39 3.a 2 2 7 4 7 b.1 g 3 5 2 5.2 2 c.4 1a.2 a f f ad.1 cw.2 k.1 1g 5 yj d gq 2 2fzb.73 e.2 w 1p.5 d.1 f 3.9 j.1k s.e b l 3.8 2.3 a.c1 6.8t 9.7d 1d.3j 39.b 2e.16 d.3 1l.7 b.5 15.7 v.29 d.1a 2.9 2.c8 75.sd';
/** The modifiers of emoji. */
export const skinTones = '2qrf.4';
/** What can be shown as text or as emoji, but for digits, # and *. */
export const presented =
  '4p 5 68e d 61 n 2j.5 g.1 a8.1 d 4n q.1 3.2 2.2 5.2 5k 6g.1 b a 1n.3 2.4 a 3 3.1 3 5 3 2.1 3 4 4.1 9.2 6 2 6.b c.1 3 2.1 2 j 3.1 j.5 2 2.1 4.1 6 3.1 5.1 c.1 6.1 3 7 2 2.1 l.1 6.5 2.3 3 5 6.1 3.1 2 3 2 2 7 4 i.1 g 3 c 4 c.1 1p b7.1 cw.2 k.1 1g 5 yj d gq 2 2fzf a4.1 d.1 3n o l 8 5y.2 6 7 5 3.8 a 1u 5 m 3.1 2.2 3.1 8 5.2 k 2 2 4.4 6.c d 6 2 2 h d a 7 p 2.1 4.3 4.1 5 n j 12 d 3 8 4 c f 5 5.2 4.3 a 2.2 2 b 5 5.1 1i.1 6.n 8.1 3.6 e 3.3 3 l 3 9.1 a 6.2 d.2 9.2 3 2 5 7 4 7 m 3b 6 4 3 4 l 5 7.1 2 f 2.2 h.5 4 7 3';
