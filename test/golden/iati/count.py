"""Counts the golden IATI files with the standard library of Python alone, sharing nothing with our reader.

Figures as published: nothing repaired, no code translated. Writes counted.json: python3 test/golden/iati/count.py
"""
import json
import pathlib
import xml.etree.ElementTree as tree
from collections import Counter
from decimal import Decimal, InvalidOperation

LANG = '{http://www.w3.org/XML/1998/namespace}lang'


def amount(text):
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None


def own_version(activity):
    return next((v for k, v in activity.attrib.items() if k == 'version' or (k.endswith('}version') and k.startswith('{') and '/list' in k)), None)


def off(elements, group=lambda e: ''):
    if len(elements) < 2:
        return False
    groups = {}
    for e in elements:
        groups.setdefault(group(e), []).append(amount(e.get('percentage', '')))
    return any(len(g) > 1 and (None in g or abs(sum(g) - 100) > Decimal('0.01')) for g in groups.values())


def plain(number):
    return format(number, 'f')


def count(path):
    root = tree.parse(path).getroot()
    lists = [e for e in root.iter() if e.tag == 'iati-activities']
    version = lists[0].get('version') if lists else None
    activities = list(root.iter('iati-activity'))
    identifiers = [a.findtext('iati-identifier') or '' for a in activities]
    named = [i.strip() for i in identifiers if i.strip()]
    found = {
        'root': root.tag,
        'activities': len(activities),
        'distinct_identifiers': len(set(named)),
        'missing_identifier': len(identifiers) - len(named),
        'identifier_with_outer_whitespace': sum(i != i.strip() for i in identifiers),
        'activity_versions': Counter(own_version(a) or version or 'None' for a in activities),
        'activity_status': Counter(a.find('activity-status').get('code') for a in activities),
        'languages': Counter(e.get(LANG) for a in activities for e in a.iter() if e.get(LANG) is not None),
        'recipient_countries': sorted({c.get('code') for a in activities for p in [a, *a.findall('transaction')] for c in p.findall('recipient-country')}),
        'locations': sum(len(a.findall('location')) for a in activities),
        'results': sum(len(a.findall('result')) for a in activities),
        'activities_with_contact_info': sum(a.find('contact-info') is not None for a in activities),
        'activities_sector_percentages_not_100': sum(off(a.findall('sector'), lambda s: s.get('vocabulary') or '') for a in activities),
        'activities_country_region_percentages_not_100': sum(
            off(a.findall('recipient-country') + [r for r in a.findall('recipient-region') if r.get('vocabulary', '1') in ('', '1')]) for a in activities),
        'sector_vocabularies': Counter(s.get('vocabulary', 'None') for a in activities for s in a.findall('sector')),
    }
    types, years, sums, budgets = Counter(), Counter(), {}, {}
    odd = Counter({k: 0 for k in ('negative_values', 'zero_values', 'unparseable_values', 'missing_values', 'missing_transaction_type', 'missing_transaction_date')})
    for a in activities:
        for t in a.findall('transaction'):
            kind = t.find('transaction-type')
            kind = None if kind is None else kind.get('code')
            odd['missing_transaction_type'] += kind is None
            types[kind or '?'] += 1
            day = t.find('transaction-date')
            if day is None or not day.get('iso-date'):
                odd['missing_transaction_date'] += 1
            else:
                years[day.get('iso-date')[:4]] += 1
            value = t.find('value')
            text = '' if value is None else (value.text or '').strip()
            number = amount(text)
            if text == '':
                odd['missing_values'] += 1
            elif number is None:
                odd['unparseable_values'] += 1
            else:
                odd['negative_values'] += number < 0
                odd['zero_values'] += number == 0
                key = f"{value.get('currency') or a.get('default-currency') or '?'}|{kind or '?'}"
                sums[key] = sums.get(key, Decimal(0)) + number
        for b in a.findall('budget'):
            value = b.find('value')
            number = amount(value.text or '') if value is not None else None
            if number is not None:
                currency = value.get('currency') or a.get('default-currency') or '?'
                budgets[currency] = budgets.get(currency, Decimal(0)) + number
    found |= odd
    found |= {
        'transactions': sum(types.values()), 'transactions_by_type': types, 'transaction_years': years,
        'transaction_value_sums': {k: plain(v) for k, v in sums.items()},
        'budgets': sum(len(a.findall('budget')) for a in activities), 'budget_sums': {k: plain(v) for k, v in budgets.items()},
    }
    return found


if __name__ == '__main__':
    here = pathlib.Path(__file__).parent
    counted = {path.name: count(path) for path in sorted(here.glob('*.xml'))}
    (here / 'counted.json').write_text(json.dumps(counted, indent=1, sort_keys=True, ensure_ascii=False) + '\n', encoding='utf-8')
