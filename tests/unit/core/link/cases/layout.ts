import type { Families } from '../marked';

export const families: Families = {
  'lists, tables and quotations': [
    '- [Japan](japan)\n\n- [China](china)\n\n- [South Korea](south-korea)',
    '- [Germany](germany): 4\n\n- [France](france): 3\n\n- [Turkey](turkiye): 1',
    '- 1. [Norway](norway) 12 gold, 7 silver\n\n- 2. [Canada](canada) 9 gold, 8 silver',
    '- [Emmanuel Macron](emmanuel-macron), France\n\n- [Friedrich Merz](friedrich-merz), Germany',
    '> “[France](france) will not wait,” she said.',
    '> “Will you wait?” she asked in [Oslo](oslo).',
    '“[France](france),” he said, “is not [Germany](germany).”',
    '“We love [Japan](japan),” the girl said.',
    '“I love you, [Paris](paris),” the banner read.',
    'The vote: [France](france) yes, [Spain](spain) yes, [Malta](malta) no.',
    'Yes: [France](france), [Spain](spain). No: [Malta](malta).',
    'From left: [Keir Starmer](keir-starmer), [Emmanuel Macron](emmanuel-macron) and [Friedrich Merz](friedrich-merz).',
    'Pictured: [Keir Starmer](keir-starmer) (left) with a farmer.',
    'Read more: [Ukraine](ukraine) asks for more missiles',
    'Tags: [Ukraine](ukraine), [NATO](nato), drones',
    'Ukraine’s president, [Volodymyr Zelenskyy](volodymyr-zelenskyy): “No.”',
  ],

  'the person is named in another block': [
    '# [Merz](friedrich-merz) rules out early vote\n\nThe chancellor spoke on Monday.\n\nFriedrich Merz has led the party since 2022.',
    'Friedrich Merz has led the party since 2022.\n\n> “Never,” [Merz](friedrich-merz) said.',
    'Friedrich Merz has led the party since 2022.\n\n- [Merz](friedrich-merz): no\n\n- The others: yes',
    '# [Harris]() wins in sleet\n\nThe jockey Rosie Harris won by a head.\n\nKamala Harris sent no message.',
    '# [Johnson]() wins\n\nBoris Johnson lost. The rower Ada Johnson won.',
    '# [Scholz]() wins\n\nThe rower Ada Scholz won by a length.',
    'The rower Ada Scholz won by a length.\n\nFor [Scholz]() it was the first gold.',
    'The rower Ada Scholz won by a length. Olaf Scholz sent flowers. [Scholz]() was moved.',
    'Kamala Harris lost.\n\nThe race is over.\n\n[Harris](kamala-harris) called her rival at noon.',
    'Kamala Harris lost.\n\nHer neighbour, Ed Harris, was sad.\n\n[Harris]() made tea.',
    'Wes Streeting resigned.\n\n# Who follows [Streeting](wes-streeting)?\n\nNobody knows.',
  ],
};
