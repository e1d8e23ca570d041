import type { IatiProblem } from '../problems.ts';
import { activity, another, type ActivityParts, inActivity, transaction, type Trigger } from './documents.ts';

/** A line an element; the one that is wrong has its mark. */
const lines = (...elements: string[]): string => elements.join('\n');
const sectors = (first: string, second: string): ActivityParts => ({ sector: lines(`▸<sector code="11110" percentage="${first}"/>`, `<sector code="12220" percentage="${second}"/>`) });
const countries = (first: string, second: string): ActivityParts => ({
  'recipient-country': lines(`▸<recipient-country code="BD" percentage="${first}"/>`, `<recipient-country code="SY" percentage="${second}"/>`),
});
const oneSector = (share: string): ActivityParts => ({ sector: `▸<sector code="11110" percentage="${share}"/>` });
const oneCountry = (share: string): ActivityParts => ({ 'recipient-country': `▸<recipient-country code="BD" percentage="${share}"/>` });
const oneRegion = (share: string): ActivityParts => ({ 'recipient-country': '', 'recipient-region': `▸<recipient-region code="298" percentage="${share}"/>` });
const both = (country: string, region: string): ActivityParts => ({
  'recipient-country': `<recipient-country code="BD" percentage="${country}"/>`, 'recipient-region': `▸<recipient-region code="298" percentage="${region}"/>`,
});
const items = (...elements: string[]): ActivityParts => ({ 'country-budget-items': `<country-budget-items vocabulary="2">\n${lines(...elements)}\n</country-budget-items>` });
const withSector = transaction({ sector: '▸<sector code="11110"/>' });
const withCountry = transaction({ 'recipient-country': '▸<recipient-country code="BD"/>' });

export const shareTriggers = {
  'iati.rule.2.1.1': inActivity(
    '/sector[2]/@percentage', { sector: lines('<sector code="11110" percentage="100"/>', '▸<sector code="12220"/>') },
    { sector: lines('<sector code="11110" percentage="100"/>', '<sector vocabulary="2" code="111"/>') },
  ),
  'iati.rule.2.1.2': inActivity('/sector[1]/@percentage', sectors('60', '39.98'), sectors('60', '40')),
  'iati.rule.2.1.4': inActivity('/sector/@percentage', oneSector('90'), oneSector('100.0'), { value: '90' }),
  'iati.rule.2.2.1': inActivity(
    '/sector[2]', { sector: lines('<sector code="11110"/>', '▸<sector vocabulary="99" code="A"/>') },
    { sector: lines('<sector code="11110"/>', '<sector vocabulary="99" code="A"><narrative>Roads</narrative></sector>') },
  ),
  'iati.rule.102.1.1': inActivity('/sector', { sector: '▸<sector vocabulary="2" code="111"/>' }, { sector: '<sector code="11110"/><sector vocabulary="2" code="111"/>' }),
  'iati.rule.6.2.2': { of: 'activity', xpath: '', bad: `▸${activity({ sector: '', transaction: transaction() })}`, near: activity({ sector: '', transaction: withSector }) },
  'iati.rule.6.6.2': inActivity('/transaction/sector', { transaction: withSector }, { sector: '', transaction: withSector }),
  'iati.rule.6.7.2': inActivity(
    '/transaction[2]', { sector: '', transaction: lines(transaction({ sector: '<sector code="11110"/>' }), `▸${transaction()}`) },
    { sector: '', transaction: lines(withSector, another(withSector)) },
  ),
  'iati.rule.3.1.1': inActivity(
    '/recipient-country[2]/@percentage', { 'recipient-country': lines('<recipient-country code="BD" percentage="100"/>', '▸<recipient-country code="SY"/>') },
    countries('100', '0'),
  ),
  'iati.rule.3.1.2': inActivity('/recipient-country[1]/@percentage', countries('60', '30'), countries('60', '40')),
  'iati.rule.3.1.4': inActivity('/recipient-country/@percentage', oneCountry('90'), oneCountry('100'), { value: '90' }),
  'iati.rule.3.4.1': inActivity(
    '/recipient-region[2]/@percentage',
    { 'recipient-country': '', 'recipient-region': lines('<recipient-region code="298" percentage="100"/>', '▸<recipient-region code="89"/>') },
    { 'recipient-country': '', 'recipient-region': lines('<recipient-region code="298" percentage="60"/>', '<recipient-region code="89" percentage="40"/>') },
  ),
  'iati.rule.3.4.2': inActivity('/recipient-region/@percentage', both('50', '40'), both('50', '50')),
  'iati.rule.3.4.4': inActivity('/recipient-region/@percentage', oneRegion('90'), oneRegion('100'), { value: '90' }),
  'iati.rule.3.6.2': inActivity('/transaction/recipient-country', { transaction: withCountry }, { 'recipient-country': '', transaction: withCountry }),
  'iati.rule.3.7.1': { of: 'activity', xpath: '', bad: `▸${activity({ 'recipient-country': '', transaction: transaction() })}`, near: activity({ 'recipient-country': '', transaction: withCountry }) },
  'iati.rule.3.7.2': inActivity(
    '/transaction[2]',
    { 'recipient-country': '', transaction: lines(transaction({ 'recipient-country': '<recipient-country code="BD"/>' }), `▸${transaction()}`) },
    { 'recipient-country': '', transaction: lines(withCountry, another(withCountry)) },
  ),
  'iati.rule.7.9.1': inActivity(
    '/country-budget-items/budget-item[2]/@percentage', items('<budget-item code="1" percentage="100"/>', '▸<budget-item code="2"/>'), items('<budget-item code="1"/>'),
  ),
  'iati.rule.7.9.2': inActivity(
    '/country-budget-items/budget-item[1]/@percentage', items('▸<budget-item code="1" percentage="50"/>', '<budget-item code="2" percentage="40"/>'),
    items('<budget-item code="1" percentage="50"/>', '<budget-item code="2" percentage="50"/>'),
  ),
  'iati.rule.7.9.4': inActivity(
    '/country-budget-items/budget-item/@percentage', items('▸<budget-item code="1" percentage="50"/>'), items('<budget-item code="1" percentage="100"/>'), { value: '50' },
  ),
  // A share that is out of range cannot be part of a hundred either, unless the other says none.
  'iati.rule.12.1.1': inActivity(
    '/recipient-country/@percentage', { ...oneCountry('120'), 'recipient-region': '<recipient-region code="298"/>' }, oneCountry('100'), { value: '120' },
  ),
  'iati.rule.12.2.1': inActivity('/capital-spend/@percentage', { 'capital-spend': '▸<capital-spend percentage="-1"/>' }, { 'capital-spend': '<capital-spend percentage="0"/>' }, { value: '-1' }),
  'iati.rule.12.3.1': inActivity('/sector/@percentage', oneSector('120'), oneSector('100'), { value: '120', also: ['iati.rule.2.1.4'] }),
} satisfies Partial<Record<IatiProblem, Trigger>>;
