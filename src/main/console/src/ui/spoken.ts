import { exact } from './time'

const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g
const API_CALL = /(?:GET|POST|PUT|DELETE) \/api\//

/** A message of the hub for people: without sentences about API calls, with times in the reader's own zone. */
export function spoken(text: string): string {
  const sentences = text.split(/(?<=[.!?]) (?=\p{Lu})/u)
  const forPeople = sentences.filter(sentence => !API_CALL.test(sentence))
  return (forPeople.length > 0 ? forPeople : sentences).join(' ').replaceAll(MOMENT, exact)
}
