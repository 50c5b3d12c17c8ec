import { dom } from './dom';
import type { Place } from './tree';

/**
 * What the names that publishers give to boxes say about them. News sites name their parts alike (`comments`,
 * `related-articles`, `newsletter-signup`), in English even where the story is not. A label is a hint: a box that
 * holds much of the page's prose is never taken for furniture because of its name.
 */
export const NOISE = 1;
export const LEAD = 2;
export const CAPTION = 4;

/** Words that mark a part as not being the story. Matched as whole words of class names and ids. */
const NOISE_WORDS = new RegExp(
  '(?:^|[^a-z])(?:' +
    [
      'comments?|comentarios|commentaires|kommentare?|disqus|viafoura|livefyre|replies',
      'related[a-z]*|recommend[a-z]*|recirc[a-z]*|read-?more|more-(?:on|from|stories|news|articles)|you-?may-?(?:also-?)?like|see-also',
      'taboola|outbrain|trc|ob-?widget|plista|dianomi|zergnet|nativo|revcontent',
      'promo[a-z]*|sponsor[a-z]*|advert[a-z]*|ads?|adv|adslot|dfp|commercial|affiliate|marketing|partner-?content|brandhub',
      'newsletter[a-z]*|sign-?up|subscri[a-z]*|abo-?box|membership|donat[a-z]*|support-?us|paywall-?(?:box|message|prompt)|piano-offer|offer',
      'share[a-z]*|sharing|social[a-z]*|follow(?:-?us)?|addthis|sharedaddy|whatsapp|facebook|twitter-share',
      'cookies?|consent|gdpr|cmp|privacy|onetrust|didomi',
      'sidebar[a-z]*|side-?bar|right-?rail|rail|skyscraper|secondary-?content',
      'trending|popular|most-?(?:read|viewed|popular|commented)|meistgelesen|latest(?:-?(?:news|posts|stories))?|top-?stories|headlines-list|ticker|breaking-?news-?(?:bar|banner)',
      'nav[a-z]*|menu|breadcrumbs?|pagination|pager|toolbar|tool-?box|topbar|masthead|mast',
      'footer|colophon|copyright|legal|disclaimer|imprint',
      'by-?lines?|authors?|author-?(?:bio|box|info|card|details)|bio|biograph[a-z]*|about-?the-?author|contributors?|article-?meta|meta-?data|timestamp|dateline-?info|publish(?:ed)?-?date|date-?time',
      'tags|tag-?(?:list|cloud)|topics|keywords|categories|category-?label',
      'modal|popup|pop-?up|overlay|lightbox|tooltip|dropdown|flyout|toast|snackbar|dialog',
      'login|log-?in|register|registration|account',
      'teasers?|teaser-?(?:list|box)|card-?list|story-?(?:list|cards?|feed)|feed|listing|carousel|slider|swiper|gallery-?(?:nav|thumbs)|thumbnails?|widgets?|mashup|playlist',
      'credits?|photo-?credit|image-?credit|rights|source-?line|print-?only|noprint|hidden|visually-?hidden|sr-?only|screen-?reader(?:-text)?|skip-?link|accessibility',
      'poll|quiz|survey|feedback|rating|votes?|correction-?form|report-?(?:error|typo)|audio-?player|listen|video-?(?:player|list|meta)|app-?(?:promo|download|banner)|podcast-?promo',
    ].join('|') +
    ')(?![a-z])',
);

/** Publishers hang topics and states on the outermost elements; they say nothing about the place. */
const WHOLE_PAGE = new Set(['html', 'body', 'main']);
/** On an `<article>`, only the names that make it a comment or another story count. */
const OTHER_STORY = /(?:^|[^a-z])(?:comments?|teasers?|related|recommended|recirc|promo|sponsored|card|listing|tease)(?![a-z])/;

/** Words that mark the lines between headline and story. */
const LEAD_WORDS =
  /stand-?first|sub-?(?:title|head(?:line)?|deck)|\bde[ck]k?\b|lead|lede|summary|intro|ingress|teaser|excerpt|kicker-text|description|abstract|chapeau|vorspann|anrei(?:ss|ß)er|bajada|entradilla|copete|sommario|occhiello|manchet|synopsis|standfirst/;

const CAPTION_WORDS =
  /caption|(?:^|[^a-z])(?:photos?|gallery|slideshow|pic|pictures?|images?|img)(?:-?(?:container|box|wrap[a-z]*|frame))?(?![a-z-])|gallery-photo|legend|bildunter|bildtext|fotograf[a-z]*-pie|(?:image|photo|media|picture|foto|bild)-?(?:text|info|description|desc|details?|title|sub)/;

/** The label of one place by its own names, computed once. */
export function labelOf(place: Place): number {
  if (place.label >= 0) return place.label;
  const { attribute } = dom();
  const names = `${attribute(place.element, 'class') ?? ''} ${attribute(place.element, 'id') ?? ''}`;
  let label = 0;
  if (names.length > 1 && !WHOLE_PAGE.has(place.tag)) {
    const words = splitWords(names);
    if ((place.tag === 'article' ? OTHER_STORY : NOISE_WORDS).test(words)) label |= NOISE;
    if (LEAD_WORDS.test(words)) label |= LEAD;
    if (CAPTION_WORDS.test(words)) label |= CAPTION;
  }
  if (place.tag === 'form' || (place.tag === 'aside' && !(label & CAPTION))) label |= NOISE;
  return (place.label = label);
}

const MAX_NAMES = 300;

/** `relatedArticles_box` reads `related-articles-box`. */
function splitWords(names: string): string {
  return names
    .slice(0, MAX_NAMES)
    .replace(/\b(?:with|has|no|without|hide|show|js)-[\w-]+/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[_\d]+/g, '-')
    .toLowerCase();
}
