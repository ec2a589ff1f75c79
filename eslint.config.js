// Faults that ESLint finds and the type checker does not; how code looks is Prettier's.
import js from '@eslint/js';
import globals from 'globals';

// What Emscripten offers to the code that it links into the page's JavaScript, and what that code shares (web/canvas/platform).
const emscripten = [
  ...['Module', 'LibraryManager', 'mergeInto', 'UTF8ToString', 'stringToUTF8', 'lengthBytesUTF8', '_malloc', '_free', 'ntk'],
  ...['ntkGlyphs', 'HEAP32', 'HEAPF32', 'HEAPU8', '_ntk_glyphs_changed'],
  ...['_ntk_canvas_resized', '_ntk_focus_changed', '_ntk_preferences_changed', '_ntk_text_pasted', '_ntk_text_typed'],
];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default [
  { ignores: ['build/', 'dist/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'array-callback-return': 'error',
      eqeqeq: 'error',
      'no-constructor-return': 'error',
      'no-implied-eval': 'error',
      'no-param-reassign': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-throw-literal': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable-loop': 'error',
      'no-unused-expressions': 'error',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-useless-assignment': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'prefer-promise-reject-errors': 'error',
    },
  },
  { files: ['web/page/*.js'], rules: { 'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }] } },
  { files: ['web/page/*.js'], languageOptions: { globals: { ...globals.browser, ...readonly(['NTK_RESOURCES']) } } },
  { files: ['web/canvas/platform/*.js'], languageOptions: { globals: { ...globals.browser, ...readonly(emscripten) } } },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.nodeBuiltin } },
  // Scripts whose functions run in part in the page that they drive.
  {
    files: ['tests/{browser,elsewhere,reader}/**', 'bench/*.mjs', 'scripts/screenshots.mjs'],
    languageOptions: { globals: globals.browser },
  },
];
