import React from 'react'
import { Page } from './Page'
import { Trouble } from './Trouble'

/** Keeps a mistake of one page from taking the whole console away with it. */
export class Contained extends React.Component<{ title: string; children: React.ReactNode }, { failure?: Error }> {
  override state: { failure?: Error } = {}

  static getDerivedStateFromError(failure: Error) {
    return { failure }
  }

  override render() {
    if (!this.state.failure) return this.props.children
    return (
      <Page title={this.props.title} about='This page has failed; nothing of the hub is harmed by it.'>
        <Trouble failure={this.state.failure} again={() => this.setState({ failure: undefined })} />
      </Page>
    )
  }
}
