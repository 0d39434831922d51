import React, { useState } from 'react'
import { Button, List, ListItem, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import { jobs } from '../hub/jobs'
import { idOf } from '../hub/mappings'
import { shortVersion } from '../mappings/words'
import { act } from '../ui/act'
import { Link } from '../ui/Link'

/** The versions of the mappings that made the plan of a job. */
export const JobMappings: React.FC<{ job: number }> = ({ job }) => {
  const [versions, setVersions] = useState<[string, string][]>()
  const show = async () => {
    try {
      setVersions(Object.entries((await jobs.one(job)).mappings ?? {}))
    } catch (reason) {
      await act(() => Promise.reject(reason), '')
    }
  }
  return (
    <>
      <Button variant='link' isInline onClick={() => void show()} aria-label={`Mappings of job ${job}`}>
        {job}
      </Button>
      {versions && (
        <Modal isOpen variant='medium' onClose={() => setVersions(undefined)} aria-label={`Mappings of job ${job}`}>
          <ModalHeader title={`Mappings of job ${job}`} />
          <ModalBody>
            {versions.length === 0 && 'The job has made no plan, or its versions were not recorded.'}
            <List isPlain>
              {versions.map(([file, version]) => (
                <ListItem key={file}>
                  <Link page={`mappings/${idOf(file)}`}>{file}</Link> <code>{shortVersion(version)}</code>
                </ListItem>
              ))}
            </List>
          </ModalBody>
        </Modal>
      )}
    </>
  )
}
