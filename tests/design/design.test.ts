import { describe, expect, test } from 'vitest';
import { designOf, type Wishes } from '../../src/design/index.ts';
import { HELPERS } from '../../src/page/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { memoryFiles, type Texts } from '../support.ts';

const shipped = await nodeSystem().templates();

/** The design of a folder, with what is asked for on the command line. */
const designed = (
  texts: Texts,
  said: Wishes['said'] = {},
  asked: Pick<Wishes, 'templates' | 'theme'> = {},
) =>
  designOf(
    {
      folder: 'event',
      said,
      file: 'briefing.yaml',
      placeOf: () => ({ line: 7, column: 8 }),
      ...asked,
    },
    {
      files: memoryFiles({ 'event/a.txt': 'A.', ...texts }),
      shipped,
      helpers: Object.keys(HELPERS),
    },
  );

const faultsOf = async (...given: Parameters<typeof designed>) =>
  (await designed(...given)).messages.map(
    ({ file, line, column, ruleId, reason }) => `${file}:${line}:${column} ${ruleId} ${reason}`,
  );

const HOUSE = { templates: 'house' };

describe('templates of the user’s own', () => {
  test('take the place of those of their name, and no others', async () => {
    const design = await designed({ 'house/partials/gaps.hbs': '<p>Gaps</p>' }, {}, HOUSE);
    expect(design.messages).toEqual([]);
    const changed = [...design.templates].filter(([name, text]) => shipped.get(name) !== text);
    expect(changed.map(([name]) => name)).toEqual(['partials/gaps.hbs', 'styles/theme.css']);
    expect(design.own).toEqual(['house/partials/gaps.hbs']);
  });

  test('of the command line go before those of the briefing’s folder', async () => {
    const texts = {
      'event/design/partials/gaps.hbs': 'event',
      'event/design/partials/method.hbs': 'event',
      'house/partials/gaps.hbs': 'house',
    };
    const { templates, messages } = await designed(texts, { templates: 'design' }, HOUSE);
    expect(messages).toEqual([]);
    expect(templates.get('partials/gaps.hbs')).toBe('house');
    expect(templates.get('partials/method.hbs')).toBe('event');
  });

  test('that both name are taken, and told of, once', async () => {
    const texts = { 'event/design/partials/gaps.hbs': '{{> fakt}}' };
    expect(
      await faultsOf(texts, { templates: 'design' }, { templates: 'event/design' }),
    ).toHaveLength(1);
  });

  test('may ask for templates of their own', async () => {
    const texts = {
      'house/partials/masthead.hbs': '{{> letterhead}}<h1>{{title}}</h1>',
      'house/partials/letterhead.hbs': '<p>House</p>',
    };
    expect(await faultsOf(texts, {}, HOUSE)).toEqual([]);
  });

  test('may bring pictures inside of their styles', async () => {
    const css = 'a{background:url("data:image/png;base64,iVBO//8=")}b{fill:url(#x)}';
    expect(await faultsOf({ 'house/styles/screen.css': css }, {}, HOUSE)).toEqual([]);
  });

  test('may have files beside them that are none', async () => {
    expect(await faultsOf({ 'house/README.md': 'x', 'house/.keep': '' }, {}, HOUSE)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['partial/fact.hbs', 'x', 'house/partial/fact.hbs:undefined:undefined template-unknown'],
    ['partials/fakt.hbs', 'x', 'did you mean "partials/fact.hbs"?'],
    ['fact.hbs', 'x', 'template-unknown'],
    ['partials/gaps.hbs', 'a\n{{#if x}}b', 'house/partials/gaps.hbs:2:1 template-unusable'],
    ['partials/gaps.hbs', '{{#if x}}b{{/each}}', 'house/partials/gaps.hbs:1:1 template-unusable'],
    ['partials/gaps.hbs', 'a\n {{> fakt}}', 'house/partials/gaps.hbs:2:2 template-unusable'],
    ['partials/gaps.hbs', '{{> fakt}}', 'did you mean "fact"?'],
    ['partials/gaps.hbs', '{{#each (wher facts "a" 1)}}{{/each}}', 'did you mean "where"?'],
    ['partials/gaps.hbs', '{{shout title}}', 'helper "shout", expected a helper that there is'],
    ['partials/gaps.hbs', '{{* inline "x"}}', 'decorator'],
    ['html/card.hbs', '{{> nothing}}', 'house/html/card.hbs:1:1 template-unusable'],
    ['styles/screen.css', 'a{}\nb{', 'house/styles/screen.css:2:1 template-unusable'],
    ['styles/screen.css', 'a{}\n/*</style>*/', 'house/styles/screen.css:2:1 template-untrusted'],
    ['styles/screen.css', '@import "x.css";', 'template-untrusted'],
    ['styles/screen.css', 'a{background:url( "//x.example")}', 'template-untrusted'],
    ['styles/screen.css', 'a{background:u\\72l(https://x.example)}', 'template-untrusted'],
    ['styles/screen.css', '@\\69mport "x.css";', 'template-unusable'],
    ['styles/screen.css', 'a{background:image-set("//x.example" 1x)}', 'template-untrusted'],
    ['styles/screen.css', 'a{background:url(  x.png)}', 'template-untrusted'],
    ['partials/gaps.hbs/x', 'x', 'not-a-file'],
    ['partials/gaps.hbs', 'x'.repeat(500_001), 'too-large'],
  ])('are refused where they are wrong: %s %#', async (name, text, words) => {
    const [first = '', ...more] = await faultsOf({ [`house/${name}`]: text }, {}, HOUSE);
    expect(first).toContain(words);
    expect(more).toEqual([]);
  });

  test('that are not there are told of', async () => {
    const [fault = ''] = await faultsOf({}, {}, { templates: 'nowhere' });
    expect(fault).toContain('nowhere:undefined:undefined template-missing');
    const [inside = ''] = await faultsOf({}, { templates: 'design' });
    expect(inside).toContain('event/design:undefined:undefined template-missing');
  });

  test('of a mailed folder are none that decide on scripts', async () => {
    for (const name of ['html/page.hbs', 'print/page.hbs']) {
      const text = '<script>alert(1)</script>';
      const [fault = ''] = await faultsOf({ [`event/d/${name}`]: text }, { templates: 'd' });
      expect(fault).toContain('template-untrusted');
      expect(await faultsOf({ [`house/${name}`]: text }, {}, HOUSE)).toEqual([]);
    }
  });
});

describe('parts of the editor’s own', () => {
  const sections = [{ template: 'background.hbs' }];

  test('are found beside briefing.yaml', async () => {
    const text = '{{#each facts}}{{> fact}}{{/each}}';
    const { templates, messages } = await designed({ 'event/background.hbs': text }, { sections });
    expect(messages).toEqual([]);
    expect(templates.get('own/background.hbs')).toBe(text);
  });

  test('that are not there, or wrong, are told of', async () => {
    const [gone = ''] = await faultsOf({}, { sections });
    expect(gone).toContain('event/background.hbs:undefined:undefined template-missing');
    const [wrong = ''] = await faultsOf({ 'event/background.hbs': '\n{{#if' }, { sections });
    expect(wrong).toContain('event/background.hbs:2:1 template-unusable');
  });
});

describe('the theme', () => {
  test('is the default where none is asked for', async () => {
    expect((await designed({})).theme).toBe('broadsheet');
  });

  test('of the command line goes before that of briefing.yaml', async () => {
    const { theme } = await designed({}, { theme: 'broadsheet' }, { theme: 'white-paper' });
    expect(theme).toBe('white-paper');
  });

  test('may be a file: of the folder, or wherever the user says', async () => {
    const texts = {
      'event/looks/t.css': ':root { --ink: #010203 }',
      'h/t.css': ':root { --ink: #030201 }',
    };
    const inside = await designed(texts, { theme: 'looks/t.css' });
    expect(inside.templates.get('styles/theme.css')).toContain('--ink:#010203');
    const named = await designed(texts, {}, { theme: 'h/t.css' });
    expect(named.templates.get('styles/theme.css')).toContain('--ink:#030201');
    expect(named.messages).toEqual([]);
  });

  test('may lie among the templates', async () => {
    const texts = { 'house/themes/claret.css': ':root { --ink: #010203 }' };
    const { templates, messages } = await designed(texts, {}, { ...HOUSE, theme: 'claret' });
    expect(messages).toEqual([]);
    expect(templates.get('styles/theme.css')).toContain('--ink:#010203');
  });

  test('that is not known is told of where it is named', async () => {
    const [said = ''] = await faultsOf({}, { theme: 'broadshet' });
    expect(said).toContain('briefing.yaml:7:8 theme-unknown Unexpected theme "broadshet"');
    expect(said).toContain('did you mean "broadsheet"?');
    const [asked = ''] = await faultsOf({}, {}, { theme: 'x' });
    expect(asked).toContain('--theme:undefined:undefined theme-unknown');
    expect((await faultsOf({}, {}, { theme: 'x.css' }))[0]).toContain('x.css');
  });
});
