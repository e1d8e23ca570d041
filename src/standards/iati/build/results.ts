import type { DocumentLink, Indicator, IndicatorPeriod, IndicatorValue, Result } from '../../../activities/domain/parts.ts';
import type { XmlElement } from '../xml-element.ts';
import { codeFrom } from './shares.ts';
import { booleanOf, type Building, dayOf, narrativesIn, textOf } from './values.ts';

export function resultFrom(element: XmlElement, building: Building): Result {
  const result: Result = {
    type: textOf(element, 'type'),
    additive: booleanOf(element, 'aggregation-status'),
    titles: [],
    descriptions: [],
    references: [],
    indicators: [],
    documents: [],
    line: element.line,
  };
  for (const child of element.children) {
    switch (child.name) {
      case 'title': if (result.titles.length === 0) result.titles = narrativesIn(child, building); break;
      case 'description': if (result.descriptions.length === 0) result.descriptions = narrativesIn(child, building); break;
      case 'document-link': result.documents.push(documentFrom(child, building)); break;
      case 'reference': {
        const code = codeFrom(child, '');
        if (code !== null) result.references.push(code);
        break;
      }
      case 'indicator': result.indicators.push(indicatorFrom(child, building)); break;
    }
  }
  return result;
}

function indicatorFrom(element: XmlElement, building: Building): Indicator {
  const indicator: Indicator = {
    measure: textOf(element, 'measure'),
    ascending: booleanOf(element, 'ascending') ?? true,
    additive: booleanOf(element, 'aggregation-status'),
    titles: [],
    descriptions: [],
    references: [],
    baselines: [],
    periods: [],
    documents: [],
    line: element.line,
  };
  for (const child of element.children) {
    switch (child.name) {
      case 'title': if (indicator.titles.length === 0) indicator.titles = narrativesIn(child, building); break;
      case 'description': if (indicator.descriptions.length === 0) indicator.descriptions = narrativesIn(child, building); break;
      case 'document-link': indicator.documents.push(documentFrom(child, building)); break;
      case 'reference': {
        const code = codeFrom(child, '');
        if (code !== null) indicator.references.push({ ...code, indicatorUri: textOf(child, 'indicator-uri') });
        break;
      }
      case 'baseline': indicator.baselines.push(valueFrom(child, building)); break;
      case 'period': indicator.periods.push(periodFrom(child, building)); break;
    }
  }
  return indicator;
}

function periodFrom(element: XmlElement, building: Building): IndicatorPeriod {
  const period: IndicatorPeriod = { from: null, to: null, targets: [], actuals: [] };
  for (const child of element.children) {
    switch (child.name) {
      case 'period-start': period.from ??= dayOf(child, 'iso-date'); break;
      case 'period-end': period.to ??= dayOf(child, 'iso-date'); break;
      case 'target': period.targets.push(valueFrom(child, building)); break;
      case 'actual': period.actuals.push(valueFrom(child, building)); break;
    }
  }
  return period;
}

/** Baseline, target or actual. */
function valueFrom(element: XmlElement, building: Building): IndicatorValue {
  const value: IndicatorValue = {
    value: textOf(element, 'value'),
    year: textOf(element, 'year'),
    on: dayOf(element, 'iso-date'),
    locations: [],
    dimensions: [],
    comments: [],
    documents: [],
  };
  for (const child of element.children) {
    switch (child.name) {
      case 'location': {
        const ref = textOf(child, 'ref');
        if (ref !== null) value.locations.push(ref);
        break;
      }
      case 'dimension': value.dimensions.push({ name: textOf(child, 'name') ?? '', value: textOf(child, 'value') ?? '' }); break;
      case 'comment': if (value.comments.length === 0) value.comments = narrativesIn(child, building); break;
      case 'document-link': value.documents.push(documentFrom(child, building)); break;
    }
  }
  return value;
}

export function documentFrom(element: XmlElement, building: Building): DocumentLink {
  const document: DocumentLink = {
    url: textOf(element, 'url'),
    format: textOf(element, 'format')?.toLowerCase() ?? null,
    titles: [],
    descriptions: [],
    categories: [],
    languages: [],
    documentOn: null,
  };
  for (const child of element.children) {
    switch (child.name) {
      case 'title': if (document.titles.length === 0) document.titles = narrativesIn(child, building); break;
      case 'description': if (document.descriptions.length === 0) document.descriptions = narrativesIn(child, building); break;
      case 'category':
      case 'language': {
        const code = textOf(child, 'code');
        if (code !== null) (child.name === 'category' ? document.categories : document.languages).push(code);
        break;
      }
      case 'document-date': document.documentOn ??= dayOf(child, 'iso-date'); break;
    }
  }
  return document;
}
