import React, { useEffect } from 'react'
import { Content, Flex, FlexItem, PageSection } from '@patternfly/react-core'
import { manualOf } from './help'
import { ThemeSwitch } from './ThemeSwitch'

interface Props {
  title: string
  /** One sentence: the purpose of the page. */
  about: string
  actions?: React.ReactNode[]
  /** Keeps title and actions in view: for long forms. */
  isSticky?: boolean
  children: React.ReactNode
}

/** The frame of every page: title, one sentence, actions, content. */
export const Page: React.FC<Props> = ({ title, about, actions = [], isSticky = false, children }) => {
  useEffect(() => {
    document.title = `${title} - ScopeBridge`
  }, [title])
  return (
  <>
    <PageSection hasBodyWrapper={false} aria-label={title} stickyOnBreakpoint={isSticky ? { default: 'top' } : undefined}>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }} alignItems={{ default: 'alignItemsFlexStart' }}>
        <FlexItem>
          <Content component='h1'>{title}</Content>
          <Content component='p'>{about}</Content>
        </FlexItem>
        <FlexItem>
          <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
            {actions.map((action, position) => (
              <FlexItem key={position}>{action}</FlexItem>
            ))}
            <FlexItem>
              <a href={manualOf(location.pathname)} target='_blank' rel='noopener' aria-label={`Help: ${title}`}>
                Help
              </a>
            </FlexItem>
            <FlexItem>
              <ThemeSwitch />
            </FlexItem>
          </Flex>
        </FlexItem>
      </Flex>
    </PageSection>
    <PageSection hasBodyWrapper={false} isFilled aria-label={`${title}: content`}>
      {children}
    </PageSection>
  </>
)
}
