import React from 'react'
import { List, ListItem } from '@patternfly/react-core'
import { idOf } from '../hub/mappings'
import { shortVersion } from '../mappings/words'
import { Link } from '../ui/Link'

/** The versions of the mappings that made the plan of a job. */
export const JobMappings: React.FC<{ mappings: Record<string, string> }> = ({ mappings }) => (
  <List isPlain>
    {Object.entries(mappings).map(([file, version]) => (
      <ListItem key={file}>
        <Link page={`mappings/${idOf(file)}`}>{file}</Link> <code>{shortVersion(version)}</code>
      </ListItem>
    ))}
  </List>
)
