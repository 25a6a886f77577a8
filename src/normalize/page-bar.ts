import type { BlockRule } from './rules.ts';

export const pageBar: BlockRule = {
  id: 'page-bar',
  reason: 'furniture',
  because:
    'Bars of a page hold its buttons, counters and switches. They are a few words on a line of their own, the same ones on every page, and no report says them.',
  find: (blocks) =>
    blocks.flatMap((block, index) => {
      const isBar = block.length <= MAX_LENGTH && FORMS.some((form) => form.test(block));
      return isBar ? [index] : [];
    }),
  examples: [
    {
      blocks: [
        '5 min read',
        'Reading time: 4 minutes',
        'Updated 3 hours ago',
        'Published: 2 days ago',
        '1 of 12',
        'Slide 3 of 9',
        'Share on Facebook',
        'Share this article',
        'Facebook Twitter WhatsApp Email',
        'Copy link',
        'Listen to this article',
        '0:00 / 4:31',
        'Advertisement',
        'Article continues below',
        'Story continues after advertisement',
        'Tags: bridge, ferry, Harlow',
        'Topics: Bridges',
        'Filed under: Traffic',
        'Leave a comment',
        '12 Comments',
        'Comments are closed.',
        'Sign in',
        'Toggle navigation',
        'Skip to main content',
        'Play video',
        'This slideshow requires JavaScript.',
        'Loading…',
        'First paragraph of the report, which says that the bridge was closed.',
      ],
      found: [...Array(27).keys()],
    },
    {
      blocks: [
        'Topics of the talks were the bridge and the ferry.',
        'Two of 12',
        'Share prices fell.',
        'Comments were not wanted.',
        'Closed.',
        'He will sign in ink.',
        'The list: 1 of 12 bridges is safe.',
        'Updated plans for the bridge',
        'Advertisement revenue fell',
      ],
      found: [],
    },
  ],
};

const MAX_LENGTH = 160;

const NETWORK =
  '(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|e-?mail|messenger|tumblr|flipboard|instagram|threads|bluesky|copy link|print|sms|google\\+?|youtube|rss|share|tweet|more)';
const AGO = '(?:an?|\\d+|one|two|three) (?:second|minute|min|hour|hr|day|week|month|year)s? ago';

/** Whole blocks; what stands in the place of a name is kept short. */
const FORMS = [
  /^(?:\d{1,2}|one|two|three|four|five)[ -]?min(?:ute)?s?[ -]read$/iu,
  /^(?:est(?:imated)?\.? )?(?:reading|read) time:? (?:about )?\d{1,2} ?min(?:ute)?s?\.?$/iu,
  new RegExp(`^(?:(?:last )?(?:updated|published|posted|modified):? )?${AGO}$`, 'iu'),
  /^(?:(?:slide|image|photo|picture|page) )?\d{1,3} ?(?:of|\/|of \/) ?\d{1,3}$/iu,
  new RegExp(
    `^(?:share|tweet|save|print|e-?mail|copy link|bookmark)(?: (?:on|via|to|with|by) ${NETWORK}| (?:this|the) (?:article|story|page|post|link|report))?[.:]?$`,
    'iu',
  ),
  new RegExp(`^${NETWORK}(?:[\\s,|·•/]+${NETWORK})+$`, 'iu'),
  /^(?:listen(?: to this (?:article|story|page)| now)?|audio playback|listen\s*[–—-]\s*\d{1,2}:\d\d)$/iu,
  /^\d{1,2}:\d\d(?::\d\d)?\s*\/\s*-?\d{1,2}:\d\d(?::\d\d)?$/u,
  /^-?\s*(?:advert|advertisements?|advertising|sponsored(?: content)?|promoted(?: content)?|ad|anzeige|publicité|publicidad|iklan)(?:\s*[–—:-]\s*(?:continue reading below|scroll to continue(?: with content)?|story continues below|content continues below))?\s*-?$/iu,
  /^\(?(?:article|story|text|content|post|report) continues (?:below|after)(?: (?:this |the )?(?:advertisement|ad|gallery|video|photo|graphic))?s?\)?\.?$/iu,
  /^(?:scroll (?:down )?to continue(?: reading)?|continue reading(?: below)?|scroll down for more|keep reading|skip (?:ad|advert|advertisement|promotion|to (?:main )?content|to (?:navigation|footer|comments)))\b[^.]{0,30}$/iu,
  /^(?:tags?|topics?|filed under|categories|category|labels|keywords|related topics|more on(?: this story)?|in this (?:article|story))\s*:\s*[^.!?]{1,140}$/iu,
  /^(?:related topics|in this article|more on this story|most (?:popular|read|viewed|shared)|top stories|latest (?:news|stories|videos?)|trending(?: now| stories)?|recommended(?: stories| for you| videos?)?|you may also like|related (?:stories|articles|news|content|topics|videos?|coverage)|popular(?: now| stories)?|must reads?|what to read next|more (?:news|stories)|photo gallery|load more|show more|view more|view all|see all|back to top)$/iu,
  /^(?:(?:leave|post|write|add) a (?:comment|reply)|(?:view|show|read|see|hide|load) (?:all |more )?(?:\d+ )?comments?(?: \(\d+\))?|(?:no|\d{1,5}) comments?|comments?(?: \(\d+\))?|comments? (?:are|is) (?:closed|disabled|off|turned off)\.?|join the (?:discussion|conversation|debate)|have your say|what do you think\?)$/iu,
  /^(?:sign in|sign up|log ?in|log ?out|register|subscribe(?: now| today)?|subscribers? only|newsletters?|menu|search|close|home|home ?page|cookie (?:policy|settings)|privacy policy|terms (?:of use|of service|and conditions|& conditions)|privacy notice|advertise with us|learn more|contact us|about us|my account|go ad-free|accept(?: all)?(?: cookies)?|toggle (?:navigation|menu|caption|search)|(?:hide|show|toggle) (?:caption|menu)|enlarge (?:this )?image|play(?: video| audio)?|watch now|replay|pause|mute|unmute|full ?screen|open in (?:app|new (?:tab|window))|next (?:article|story|up|image)|previous (?:article|story|image)|close (?:ad|gallery|menu|dialog)|view (?:gallery|image|photos?|comments?|slideshow)|expand(?: image)?|zoom|loading)[….]*$/iu,
  /^(?:this (?:slideshow|page|site|video|content|feature|website) (?:requires|uses|needs) (?:javascript|cookies)|(?:please )?enable javascript|your browser does not support|javascript (?:is )?(?:disabled|required))\b.*$/iu,
] as const;
