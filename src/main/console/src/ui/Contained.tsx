import React from 'react'
import { Page } from './Page'
import { Trouble } from './Trouble'

/** An error boundary: a bug in one page does not break the whole console. */
export class Contained extends React.Component<{ title: string; children: React.ReactNode }, { failure?: Error }> {
  override state: { failure?: Error } = {}

  static getDerivedStateFromError(failure: Error) {
    return { failure }
  }

  override render() {
    if (!this.state.failure) return this.props.children
    return (
      <Page title={this.props.title} about='This page failed to render; the hub is not affected.'>
        <Trouble failure={this.state.failure} again={() => this.setState({ failure: undefined })} />
      </Page>
    )
  }
}
