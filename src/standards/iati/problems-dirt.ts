import type { ProblemText } from './problems.ts';

/** What no schema refuses: codes, amounts, texts as real files write them. */
export const dirtProblems = {
  'iati.code-unknown': {
    severity: 'error', schema: false,
    what: '“{value}” is not a code of the list {list}.',
    mend: 'Choose a code of the list.',
  },
  'iati.code-not-listed': {
    severity: 'warning', schema: false,
    what: '“{value}” is not on the list {list}, which is kept by others and may lag behind.',
    mend: 'Check the code; nothing to do if it is right.',
  },
  'iati.code-empty': {
    severity: 'error', schema: false,
    what: 'A code of the list {list} is missing here.',
    mend: 'Write the code, or leave the whole attribute or element out.',
  },
  'iati.code-withdrawn': {
    severity: 'advice', schema: false,
    what: 'The code {value} of the list {list} has been withdrawn.',
    mend: 'Use the code that replaced it in new data; old data may keep it.',
  },
  'iati.code-written-differently': {
    severity: 'warning', schema: false,
    what: '“{value}” was read as the code {suggestion} of the list {list}.',
    mend: 'Write {suggestion}: without blanks, with capitals as on the list.',
  },
  'iati.code-as-word': {
    severity: 'warning', schema: false,
    what: '“{value}” is a word or a code of version 1; it was read as {suggestion} of the list {list}.',
    mend: 'Write the code {suggestion}.',
  },
  'iati.code-of-another-vocabulary': {
    severity: 'warning', schema: false,
    what: '“{value}” is not a code of vocabulary {vocabulary} but one of vocabulary {other}; it was read as such.',
    mend: 'Write vocabulary="{other}", or choose a code of vocabulary {vocabulary}.',
  },
  'iati.region-as-country': {
    severity: 'error', schema: false,
    what: '“{value}” ({region}) is a region and no country; it was read as a region.',
    mend: 'Use recipient-region for regions and for “not specified”.',
  },
  'iati.shares-rounded': {
    severity: 'advice', schema: false,
    what: 'Percentages of {of} add up to {sum}: a matter of rounding.',
    mend: 'Give the missing hundredth to the largest share.',
  },
  'iati.value-missing': {
    severity: 'error', schema: false,
    what: 'This {element} has no amount; it counts for nothing.',
    mend: 'Write the amount into value.',
  },
  'iati.value-negative': {
    severity: 'advice', schema: false,
    what: 'The amount {value} is negative. It is counted as it stands, as a correction or a repayment.',
    mend: 'Nothing to do if it corrects an earlier entry.',
  },
  'iati.value-zero': {
    severity: 'advice', schema: false,
    what: 'The amount is zero.',
    mend: 'Leave the {element} out if nothing was planned or paid.',
  },
  'iati.value-too-precise': {
    severity: 'advice', schema: false,
    what: 'The amount {value} has more decimals than any currency: probably a calculated number that was not rounded. It is counted exactly as it stands.',
    mend: 'Round amounts to the smallest unit of their currency before publishing.',
  },
  'iati.transaction-type-missing': {
    severity: 'error', schema: false,
    what: 'This transaction does not say of which kind it is; it is kept but counted in no total.',
    mend: 'Write a transaction-type, such as 2 for a commitment, 3 for a disbursement or 4 for an expenditure.',
  },
  'iati.transaction-date-missing': {
    severity: 'error', schema: false,
    what: 'This transaction has no date; it belongs to no year.',
    mend: 'Add transaction-date with the attribute iso-date.',
  },
  'iati.transaction-repeated': {
    severity: 'warning', schema: false,
    what: 'This transaction of {value} says the same as the one on line {first} in every word. Both are counted.',
    mend: 'Remove it if it is the same payment. If both were paid, give each a reference (ref) of its own.',
  },
  'iati.spending-above-means': {
    severity: 'warning', schema: false,
    what: 'This activity spent {value} {currency}: more than {times} times its income, its budget and its commitments, of which the largest is {means}.',
    mend: 'Check whether an amount is too large or stands twice. If the spending is right, publish the income or the budget that paid for it.',
  },
  'iati.text-double-escaped': {
    severity: 'warning', schema: false,
    what: 'The text was escaped twice (“&amp;amp;” for “&”); it was read as it was meant.',
    mend: 'Escape text once only when writing XML.',
  },
  'iati.point-unreadable': {
    severity: 'error', schema: false,
    what: '“{value}” is not a latitude and a longitude.',
    mend: 'Write two numbers parted by a blank, latitude first: 33.5138 36.2765.',
  },
  'iati.point-outside': {
    severity: 'error', schema: false,
    what: '“{value}” lies on no map: latitudes go from −90 to 90, longitudes from −180 to 180.',
    mend: 'Check whether latitude and longitude were swapped.',
  },
} as const satisfies Record<string, ProblemText>;
