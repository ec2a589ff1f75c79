// @ts-check
// The conflict lab: which decisions would change under another combining algorithm. It changes nothing.
import { h } from './dom.js';
import { foldingTable } from './table.js';

/** @typedef {import('./bridge.js').LabWay} LabWay */

/** @param {Model} model @param {Page} page */
export function view({ lab, titles }, page) {
  if (!lab) return null;
  const chosen = lab.ways.find((way) => way.word === page.state.lab) ?? lab.ways[0];
  return h(
    'section.lab',
    { id: 'lab', 'aria-labelledby': 'lab-title' },
    h('h2', { id: 'lab-title', tabindex: -1 }, titles.lab),
    h('p.note', {}, lab.about),
    chosen ? [choice(lab.ways, chosen), result(chosen, lab.columns)] : h('p.empty', {}, lab.waits_for),
  );
}

/** @param {LabWay[]} ways @param {LabWay} chosen */
function choice(ways, chosen) {
  return h(
    'fieldset.field',
    { id: 'lab-ways' },
    h('legend', {}, 'Combining algorithm'),
    ways.map((way) =>
      h(
        'label.check',
        {},
        h('input', {
          type: 'radio',
          id: `lab-${way.word}`,
          name: 'lab-way',
          'data-do': 'labWay',
          'data-way': way.word,
          checked: way === chosen,
        }),
        h('span', {}, way.title),
      ),
    ),
  );
}

/** @param {LabWay} way @param {string[]} columns */
function result({ about, summary, rows, left_out: leftOut }, columns) {
  return [
    h('p', {}, about),
    rows.length === 0 && h('p', {}, h('strong', {}, summary)),
    rows.length > 0 &&
      foldingTable(
        'lab-caption',
        summary,
        columns,
        rows.map(({ name, note, cells }) => ({ heading: [name, ' ', h('span.id', {}, note)], cells })),
      ),
    leftOut && h('p.note', {}, leftOut),
  ];
}

export const actions = {
  /** @param {Page} page @param {HTMLElement} element */
  labWay(page, element) {
    page.state.lab = element.dataset.way;
    page.engine.call('look'); // another way than the platform's own tells outcomes
    page.render();
  },
};
