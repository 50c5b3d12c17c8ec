import { packs } from './linked';
import { testFamilies } from './marked';
import { families as address } from './cases/address';
import { families as allusions } from './cases/allusions';
import { families as bodies } from './cases/bodies';
import { families as capitals } from './cases/capitals';
import { families as companies } from './cases/companies';
import { families as dates } from './cases/dates';
import { families as eastAsian } from './cases/east-asian';
import { families as european } from './cases/european';
import { families as foreignWords } from './cases/foreign-words';
import { families as governments } from './cases/governments';
import { families as headlines } from './cases/headlines';
import { families as layout } from './cases/layout';
import { families as longerNames } from './cases/longer-names';
import { families as paragraphs } from './cases/paragraphs';
import { families as places } from './cases/places';
import { families as sameName } from './cases/same-name';
import { families as sport } from './cases/sport';
import { families as states } from './cases/states';
import { families as stories } from './cases/stories';
import { families as surnames } from './cases/surnames';
import { families as titles } from './cases/titles';
import { families as words } from './cases/words';
import { families as works } from './cases/works';
import { families as writing } from './cases/writing';

// One file for all tables, so that the packs are opened once; packs that do not open fail it once.
packs();
for (const families of [
  address,
  allusions,
  bodies,
  capitals,
  companies,
  dates,
  eastAsian,
  european,
  foreignWords,
  governments,
  headlines,
  layout,
  longerNames,
  paragraphs,
  places,
  sameName,
  sport,
  states,
  stories,
  surnames,
  titles,
  words,
  works,
  writing,
])
  testFamilies(families);
