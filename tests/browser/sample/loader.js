// The sample's page: the product's own start, and a text page with one field.
import { start } from '../../../web/page/start.js';

const textPage = {
  show() {
    const field = document.createElement('input');
    field.id = 'after';
    field.setAttribute('aria-label', 'After the canvas');
    document.getElementById('text-page').append(field);
  },
};

start({ startTextPage: () => textPage });
