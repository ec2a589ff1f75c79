// @ts-check
// What is said of attempts: when they were worked at, and how many steps they have.

/** "22 November 2026, 11:20" @param {number} time  in milliseconds */
export const inWords = (time) =>
  new Date(time)
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' })
    .replace(' at ', ', ');

/** @param {number} count */
export const stepsInWords = (count) => (count === 1 ? '1 step' : `${count} steps`);

/**
 * Why nothing can be written. What is said of it comes from the engine (web/view/work_view.h).
 * @typedef {'refused' | 'full'} Problem
 * @typedef {Record<Problem, {message: string, help: string}>} Problems
 */
