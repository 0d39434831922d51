import React, { useState } from 'react'
import { projects } from '../hub/projects'
import { Link } from '../ui/Link'
import { Notice } from '../ui/Notice'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useData } from '../ui/useData'
import { LinkDialog } from './LinkDialog'

interface Props {
  connection: string
  project: string
  /** The id of the CRM opportunity in ScopeStack. */
  crmOpportunity: string | undefined
  because: string | undefined
  onChange: () => void
}

/** The opportunity of a project, with a button to change it. */
export const LinkedOpportunity: React.FC<Props> = ({ connection, project, crmOpportunity, because, onChange }) => {
  const [isOpen, setOpen] = useState(false)
  const link = useData(signal => projects.link(connection, project, signal), `${connection} ${project} ${crmOpportunity ?? ''}`).data
  return (
    <>
      {!crmOpportunity && 'None '}
      {crmOpportunity && !link?.opportunity && 'Not published by the hub '}
      {crmOpportunity && link?.opportunity && (
        <>
          <Link page='opportunities' filters={{ connection, search: link.opportunity }}>
            {link.name} ({link.opportunity})
          </Link>{' '}
          {!link.sameCompany && <Notice isPlain variant='warning' title={`The project's client is ${link.client}, the opportunity's company is ${link.company}.`} />}
        </>
      )}
      <ReasonedButton variant='link' isInline because={because} onClick={() => setOpen(true)}>
        {crmOpportunity ? 'Change' : 'Link'}
      </ReasonedButton>
      {isOpen && (
        <LinkDialog
          connection={connection}
          project={project}
          client={link?.client ?? undefined}
          linked={link?.opportunity ?? undefined}
          isLinked={crmOpportunity !== undefined}
          onClose={() => {
            setOpen(false)
            onChange()
          }}
        />
      )}
    </>
  )
}
