import { dom } from './dom';
import type { Place } from './tree';

/**
 * What the names that publishers give to boxes say about them. News sites name their parts alike (`comments`,
 * `related-articles`, `newsletter-signup`), in English even where the story is not. A label is a hint: a box that
 * holds much of the page's prose is never taken for furniture because of its name.
 *
 * Names are split into words and looked up. One regular expression for all of them costs more to compile than the rest
 * of the search together.
 */
export const NOISE = 1;
export const LEAD = 2;
export const CAPTION = 4;
/** Posts and players of other sites, with their consent forms; on a picture it is just how the page put it there. */
const EMBED = 8;
const EMBED_WORDS = 'embed oembed';

/** Words that mark a part as not being the story. */
const NOISE_WORDS =
  'comment comments comentarios commentaires kommentar kommentare disqus viafoura livefyre replies related ' +
  'relatedarticles relatedlinks relatedstories recommend recommended recommendation recommendations recirc ' +
  'recirculation readmore taboola outbrain trc obwidget plista dianomi zergnet nativo revcontent promo promos ' +
  'promobox promotion promoted sponsor sponsored sponsors advert adverts advertisement advertising advertisment ad ' +
  'ads adv adslot dfp commercial affiliate marketing brandhub newsletter newsletters signup subscribe subscription ' +
  'subscriptions membership donate donation donations offer share shares sharing sharebar social socials addthis ' +
  'sharedaddy whatsapp facebook cookie cookies consent gdpr cmp privacy onetrust didomi sidebar rail skyscraper ' +
  'trending popular meistgelesen latest ticker nav navbar navigation navi menu breadcrumb breadcrumbs pagination ' +
  'pager toolbar toolbox topbar masthead mast footer colophon copyright legal disclaimer imprint byline bylines ' +
  'author authors bio biography contributor contributors timestamp tags topics keywords categories modal popup ' +
  'overlay lightbox tooltip dropdown flyout toast snackbar dialog login register registration account teaser ' +
  'teasers teaserlist feed listing carousel slider swiper thumbnail thumbnails thumbs mashup playlist ' +
  'credit credits noprint hidden skiplink poll quiz survey feedback rating votes vote podcastpromo aisummary';
/** Pairs of neighbouring words that mark the same. */
const NOISE_PAIRS =
  'read-more more-on more-from more-stories more-news more-articles may-like also-like see-also ob-widget ' +
  'partner-content sign-up abo-box support-us paywall-box paywall-message piano-offer follow-us twitter-share ' +
  'side-bar right-rail secondary-content most-read most-viewed most-popular most-commented top-stories ' +
  'headlines-list tool-box by-line about-author article-meta meta-data publish-date published-date date-time ' +
  'tag-list tag-cloud category-label pop-up log-in teaser-list card-list story-list story-card story-cards ' +
  'gallery-nav gallery-thumbs photo-credit image-credit source-line print-only visually-hidden sr-only screen-reader ' +
  'skip-link report-error audio-player video-player video-list video-meta app-promo app-download app-banner ' +
  'podcast-promo breaking-banner breaking-ticker';
/** On an `<article>`, only the names that make it a comment or another story count. */
const OTHER_STORY_WORDS =
  'comment comments teaser teasers related recommended recirc promo sponsored card listing tease';
/** Words that mark the lines between headline and story. */
const LEAD_WORDS =
  'standfirst subtitle subhead subheadline subheader subdeck dek deck lead leadtext lede leadin summary intro ingress ' +
  'teaser excerpt description desc abstract chapeau vorspann anreisser bajada entradilla copete sommario occhiello ' +
  'manchet synopsis';
const LEAD_PAIRS = 'sub-title sub-head sub-headline sub-deck stand-first lead-text';
/** Words that mark a picture's text. */
const CAPTION_WORDS =
  'caption captions figcaption imagecaption legend bildunterschrift bildtext photo photos gallery slideshow pic picture ' +
  'pictures image images img';
const CAPTION_PAIRS =
  'image-text photo-text media-text image-info media-info photo-info image-description media-description ' +
  'picture-description image-details image-title media-title photo-title image-sub figcap-text';
/** Parts of words that mark a picture's text wherever they stand. */
const CAPTION_PART = 'caption';

/** Publishers hang topics and states on the outermost elements; they say nothing about the place. */
const WHOLE_PAGE = new Set(['html', 'body', 'main']);

type Words = { box: Map<string, number>; article: Map<string, number> };
let known: Words | null = null;

function words(): Words {
  if (known) return known;
  const box = new Map<string, number>();
  const article = new Map<string, number>();
  const put = (map: Map<string, number>, list: string, label: number): void => {
    for (const word of list.split(' ')) map.set(word, (map.get(word) ?? 0) | label);
  };
  put(box, NOISE_WORDS, NOISE);
  put(box, NOISE_PAIRS, NOISE);
  put(box, EMBED_WORDS, EMBED);
  put(article, OTHER_STORY_WORDS, NOISE);
  for (const map of [box, article]) {
    put(map, LEAD_WORDS, LEAD);
    put(map, LEAD_PAIRS, LEAD);
    put(map, CAPTION_WORDS, CAPTION);
    put(map, CAPTION_PAIRS, CAPTION);
  }
  return (known = { box, article });
}

/** The label of one place by its own names, computed once. */
export function labelOf(place: Place): number {
  if (place.label >= 0) return place.label;
  const { attribute } = dom();
  const className = attribute(place.element, 'class');
  const id = attribute(place.element, 'id');
  let label = 0;
  if ((className || id) && !WHOLE_PAGE.has(place.tag)) {
    label = labelOfNames(`${className ?? ''} ${id ?? ''}`, place.tag === 'article');
  }
  if (label & EMBED && place.tag !== 'figure' && place.tag !== 'picture') label |= NOISE;
  if (place.tag === 'form' || (place.tag === 'aside' && !(label & CAPTION))) label |= NOISE;
  return (place.label = label);
}

/** Elements of one kind share their names: each spelling is judged once. */
const judged = new Map<string, number>();
const MAX_JUDGED = 5_000;
const MAX_NAMES = 300;

function labelOfNames(names: string, isArticle: boolean): number {
  const key = isArticle ? `article ${names}` : names;
  let label = judged.get(key);
  if (label === undefined) {
    label = judge(names.slice(0, MAX_NAMES), isArticle ? words().article : words().box);
    if (judged.size > MAX_JUDGED) judged.clear();
    judged.set(key, label);
  }
  return label;
}

/** Names that say what a box goes with or lacks, not what it is: `layout-with-rail`, `has-thumbnail`, `js-share`. */
const BESIDE = new Set(['with', 'has', 'no', 'without', 'hide', 'show', 'js']);

/** Names of single style rules, `md:border-r` or `Bxsh(modalShadow)`, say nothing of the content. */
const ATOMIC = /[:()[\]/!]/;
/** A name of this many words is a sentence: the anchor of a heading, `what-the-sponsored-bill-would-mean`. */
const SENTENCE = /^[a-z\d]+(?:-[a-z\d]+){6,}$/;

/** `relatedArticles_box` has the words `related`, `articles`, `box` and the pairs of them. */
function judge(names: string, list: ReadonlyMap<string, number>): number {
  let label = 0;
  for (const name of names.split(/\s+/)) {
    if (ATOMIC.test(name) || SENTENCE.test(name)) continue;
    let before = '';
    for (const part of name.match(/[A-Z]*[a-z]+|[A-Z]+/g) ?? []) {
      const word = part.toLowerCase();
      if (BESIDE.has(word)) break;
      label |= list.get(word) ?? 0;
      if (before) label |= list.get(`${before}-${word}`) ?? 0;
      if (word.includes(CAPTION_PART)) label |= CAPTION;
      before = word;
    }
  }
  return label;
}
