import type { Element } from 'hast';
import type { BlockKind } from '../types.ts';

/** A part of a page that is no paragraph of its report, and how it is known. */
export interface PagePart {
  readonly kind: BlockKind;
  readonly because: string;
  /** Elements that are made for it. */
  readonly elements: readonly string[];
  /** Values of `role` (WAI-ARIA, Digital Publishing). */
  readonly roles: readonly string[];
  /** Words in `class` and `id` that page makers give it, each word or words in a row in full. */
  readonly names: readonly string[];
}

/** In this order: what stands in a caption is a caption, whatever stands around that. */
export const PAGE_PARTS: readonly PagePart[] = [
  {
    kind: 'caption',
    because: 'A picture’s caption and credit describe the picture.',
    elements: ['figcaption', 'caption'],
    roles: ['doc-credit'],
    names: ['captions?', 'credits?', 'image copyright', 'photographer', 'newscaption'],
  },
  {
    kind: 'embed',
    because: 'A post that is shown in the page was written elsewhere, by somebody else.',
    elements: [],
    roles: [],
    names: [
      'twitter (?:tweet|video)',
      'tweet embed',
      'embed(?:ded)? tweet',
      'instagram media',
      'fb post',
      'tiktok embed',
      'bluesky embed',
      'mastodon embed',
      'text post media',
      'reddit (?:card|embed)',
      'telegram post',
    ],
  },
  {
    kind: 'byline',
    because: 'Who wrote it and when is about the report.',
    elements: ['address', 'time'],
    roles: [],
    names: [
      'bylines?',
      'authors?',
      'author bio',
      'bio',
      'contributors?',
      'datelines?',
      'timestamps?',
      'dates?',
      'datetime',
      'pub ?date',
      'published',
      'published at',
      'storydate',
      'submitted by',
      'updated',
      'posted on',
      'entry meta',
      'article meta',
      'post meta',
      'content meta',
      'meta',
      'edition',
    ],
  },
  {
    kind: 'heading',
    because: 'A standfirst says in other words what the report goes on to say.',
    elements: [],
    roles: ['doc-subtitle'],
    names: [
      'standfirst',
      'subtitle',
      'sub headline',
      'subheadline',
      'sub ?hed',
      'dek',
      'deck',
      'kicker',
      'eyebrow',
      'strapline',
    ],
  },
  {
    kind: 'promotion',
    because: 'Boxes and rows of links lead to other stories, to newsletters and to shops.',
    elements: ['aside'],
    roles: ['complementary', 'advertisement'],
    names: [
      'related',
      'related\\w*',
      'more (?:on|from|stories|news|like)',
      'read (?:more|next|also|on)',
      'readmore',
      'also (?:read|like)',
      'see also',
      'dont miss',
      'recommend(?:ed|ations?|s)?',
      'recirc(?:ulation)?',
      'most (?:read|popular|viewed|shared)',
      'popular',
      'trending',
      'promos?',
      'promotions?',
      'promoted',
      'teasers?',
      'rail',
      'newsletters?',
      'sign ?up',
      'subscri(?:be|ption|ptions|ber)',
      'paywall',
      'cta',
      'outbrain',
      'taboola',
      'sponsored',
      'sponsor',
      'affiliate',
      'ads?',
      'adverts?',
      'advertis(?:ing|ement|ements)',
      'ad (?:container|slot|unit|wrapper)',
      'code block',
      'donate',
      'donation',
      'pullquote',
      'pull quote',
      'up next',
      'latest news',
      'around the web',
    ],
  },
  {
    kind: 'furniture',
    because: 'Menus, buttons, comments and footers belong to the page.',
    elements: [
      'nav',
      'footer',
      'form',
      'button',
      'menu',
      'dialog',
      'search',
      'label',
      'select',
      'input',
    ],
    roles: [
      'navigation',
      'banner',
      'contentinfo',
      'search',
      'menu',
      'menubar',
      'dialog',
      'alert',
      'toolbar',
      'button',
      'tablist',
      'tab',
    ],
    names: [
      'nav',
      'navbar',
      'navigation',
      'subnav\\w*',
      'topnav',
      'menus?',
      'submenu\\w*',
      'breadcrumbs?',
      'crumbs',
      'share',
      'shares',
      'sharing',
      'social',
      'social ?(?:links|share|bar|media)',
      'follow(?: us)?',
      'toolbar',
      'tools',
      'cookies?',
      'consent',
      'gdpr',
      'comments?',
      'disqus',
      'footer',
      'site ?header',
      'masthead',
      'log ?in',
      'sign ?in',
      'user tools',
      'tags',
      'tag list',
      'topics',
      'keywords',
      'categories',
      'labels?',
      'skip(?: link| to content)?',
      'print (?:only|header|footer)',
      'd print \\w+',
      'copyright',
      'disclaimer',
      'disclosure',
      'pagination',
      'pager',
      'galler(?:y|ies) ?(?:count|nav|controls?)',
      'gallery',
      'slide ?(?:count|nav|show)',
      'carousel',
      'control bar',
      'player',
      'modal',
      'pop ?up',
      'overlay',
      'banner',
      'loading',
      'noscript',
      'expander',
    ],
  },
];

const MATCHERS = PAGE_PARTS.map(({ kind, elements, roles, names }) => ({
  kind,
  elements: new Set(elements),
  roles: new Set(roles),
  names: names.length > 0 ? new RegExp(` (?:${names.join('|')}) `, 'u') : null,
}));

/** The part of a page that an element is made for or named after; null where nothing tells. */
export function partOf(element: Element): BlockKind | null {
  const names = namesOf(element);
  const role = String(element.properties['role'] ?? '');
  const part = MATCHERS.find(
    (matcher) =>
      matcher.elements.has(element.tagName) ||
      matcher.roles.has(role) ||
      matcher.names?.test(names),
  );
  return part?.kind ?? null;
}

/** Names of elements that a reader of the page does not see where they stand. */
const UNSEEN =
  / (?:screen reader|sr only|visually ?hidden|off ?screen|(?:tool ?tip|rollover|pop ?over|fly ?out|hover ?card)(?: \p{L}+){0,50} ?(?:block|box|body|card|content|inner|panel|text)) /u;

/** Whether an element is shown to nobody, or only when the pointer rests on what is around it. */
export function isUnseen(element: Element): boolean {
  const { hidden, style } = element.properties;
  return (
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    /\bdisplay\s*:\s*none\b/iu.test(String(style ?? '')) ||
    UNSEEN.test(namesOf(element))
  );
}

/** The words of `class` and `id`: `article__imageCaption` is "article image caption". */
function namesOf({ properties }: Element): string {
  const { className, id } = properties;
  const names = [...(Array.isArray(className) ? className : []), id ?? ''].map((name) =>
    String(name)
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .toLowerCase(),
  );
  return ` ${names.join('  ')} `;
}
