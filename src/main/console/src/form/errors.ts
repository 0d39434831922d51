import type { FieldError } from '../hub/http'
import type { Field } from './schema'

/** An error with the field of the form that it is about; without a path if the form does not show that field. */
export interface Located {
  path: string | undefined
  label: string
  message: string
}

/** The errors in the order of the form's fields; the hub puts `settings.` before the path of a setting. */
export function located(errors: FieldError[], fields: Field[]): Located[] {
  const at = (error: FieldError) => fields.findIndex(field => error.field === field.path || error.field === `settings.${field.path}`)
  return [...errors]
    .sort((one, other) => (at(one) < 0 ? fields.length : at(one)) - (at(other) < 0 ? fields.length : at(other)))
    .map(error => {
      const field = fields[at(error)]
      return { path: field?.path, label: field?.title ?? error.field, message: field ? error.message.split(` (${field.title}`)[0]! : error.message }
    })
}
