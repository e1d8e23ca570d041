import type { Place, Point } from '../../../activities/domain/parts.ts';
import { isDecimal, readDecimal, trimmed } from '../data-types.ts';
import { childOf, type XmlElement } from '../xml-element.ts';
import { type Building, narrativesIn, textOf } from './values.ts';

/** A location of an activity. */
export function placeFrom(element: XmlElement, building: Building): Place {
  const place: Place = {
    ref: textOf(element, 'ref'),
    names: [],
    descriptions: [],
    activityDescriptions: [],
    point: null,
    administrative: [],
    gazetteer: [],
    exactness: null,
    locationClass: null,
    feature: null,
    reach: null,
  };
  for (const child of element.children) {
    switch (child.name) {
      case 'location-reach': place.reach ??= textOf(child, 'code'); break;
      case 'location-id': {
        const code = textOf(child, 'code');
        if (code !== null) place.gazetteer.push({ vocabulary: textOf(child, 'vocabulary') ?? '', code });
        break;
      }
      case 'name': if (place.names.length === 0) place.names = narrativesIn(child, building); break;
      case 'description': if (place.descriptions.length === 0) place.descriptions = narrativesIn(child, building); break;
      case 'activity-description': if (place.activityDescriptions.length === 0) place.activityDescriptions = narrativesIn(child, building); break;
      case 'administrative': {
        const code = textOf(child, 'code');
        if (code !== null) place.administrative.push({ vocabulary: textOf(child, 'vocabulary') ?? '', level: textOf(child, 'level'), code });
        break;
      }
      case 'point': place.point ??= pointFrom(child, building); break;
      case 'exactness': place.exactness ??= textOf(child, 'code'); break;
      case 'location-class': place.locationClass ??= textOf(child, 'code'); break;
      case 'feature-designation': place.feature ??= textOf(child, 'code'); break;
    }
  }
  return place;
}

/** `pos` holds latitude and longitude parted by blanks; a comma between them is understood. */
function pointFrom(element: XmlElement, { report }: Building): Point | null {
  const pos = childOf(element, 'pos');
  const text = pos === null ? '' : trimmed(pos.text);
  if (pos === null || text === '') return null;
  const space = text.indexOf(' ');
  let numbers = [text.slice(0, space), text.slice(space + 1)];
  // One blank is the rule; commas and several blanks are understood.
  if (!isDecimal(numbers[0]!) || !isDecimal(numbers[1]!)) numbers = text.split(/[\s,;]+/);
  const [latitude, longitude] = numbers;
  if (numbers.length !== 2 || !isDecimal(latitude!) || !isDecimal(longitude!)) {
    report('iati.point-unreadable', pos, 'text()', text);
    return null;
  }
  if (Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) report('iati.point-outside', pos, 'text()', text);
  return { latitude: readDecimal(latitude!)!.value, longitude: readDecimal(longitude!)!.value };
}
