import type { Families } from '../marked';

export const families: Families = {
  'the date of the article': [
    ['Finance minister [Rishi Sunak](rishi-sunak) spoke for an hour.', { date: '2021-03-03' }],
    ['The [Paris Agreement](paris-agreement) was signed by 190 states.', { date: '2018-05-01' }],
    ['They feared [Brexit](brexit) would cost jobs.', { date: '2017-05-01' }],
    ['A colonel named [Putin]() was at the party.', { date: '1985-05-01' }],
    ['The firm [Meta]() sold shoes.', { date: '1999-05-01' }],
    ['President [Bill Clinton](bill-clinton) signed it. Mr. [Clinton](bill-clinton) smiled.', { date: '1996-05-01' }],
    ['President [George W. Bush](george-w-bush) signed it. Mr. [Bush](george-w-bush) smiled.', { date: '2004-05-01' }],
    ['Prime Minister [Tony Blair](tony-blair) flew to [Basra](basra).', { date: '2003-05-01' }],
    [
      'Former President [Donald Trump](donald-trump) spoke in Ohio. [Trump](donald-trump) named no date.',
      { date: '2022-05-01' },
    ],
    ['Senator [Barack Obama](barack-obama) of Illinois won the primary.', { date: '2008-05-01' }],
    ['Chancellor [Helmut Kohl](helmut-kohl) signed the treaty.', { date: '1992-05-01' }],
    ['[Kiev](kyiv) was quiet on the day of the vote, reporters in the city said.', { date: '2012-05-01' }],
    ['Doctors in [Bombay](mumbai) went on strike.', { date: '1993-05-01' }],
    ['[Burma](myanmar) freed the monks.', { date: '2011-05-01' }],
    ['The [Soviet Union](soviet-union) sent grain.', { date: '1988-05-01' }],
    ['The [Swaziland](eswatini) king married again.', { date: '2012-05-01' }],
    ['[Czechoslovakia](czechoslovakia) won at chess.', { date: '1980-05-01' }],
    ['The [Twitter](x-social-network) boss was sued.', { date: '2019-05-01' }],
    ['The [Facebook](facebook) page was shut.', { date: '2012-05-01' }],
    ['The girl, [Malala Yousafzai](malala-yousafzai), was shot on her school bus.', { date: '2012-10-10' }],
    ['The mayor, [Boris Johnson](boris-johnson), rode his bicycle.', { date: '2011-05-01' }],
    ['The [Gaza war](israel-hamas-war) has cost tens of thousands of lives.', { date: '2025-05-01' }],
    ['The bill would end the [Iraq War](iraq-war) at last.', { date: '2007-05-01' }],
    ['Goods worth billions pass [Macedonia](north-macedonia) each year.', { date: '2015-05-01' }],
  ],
};
