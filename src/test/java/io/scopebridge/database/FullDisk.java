package io.scopebridge.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2, {@code jdbc:h2:full:/folder/name}, that can have no space left, or be slow. */
public final class FullDisk extends FilePathWrapper {

    private static volatile boolean full;
    private static volatile CountDownLatch busy = new CountDownLatch(0);

    static void register() {
        full = false;
        FilePath.register(new FullDisk());
    }

    static void full(boolean is) {
        full = is;
    }

    /** Writes wait until it is counted down. */
    static void busyUntil(CountDownLatch free) {
        busy = free;
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new File(super.open(mode));
    }

    private static final class File extends FileBaseDefault {

        private final FileChannel file;

        private File(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            await(busy);
            if (full) throw new IOException("No space left on device");
            return file.write(bytes, position);
        }

        private static void await(CountDownLatch free) throws IOException {
            try {
                free.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            file.truncate(length);
        }

        @Override
        public void force(boolean meta) throws IOException {
            file.force(meta);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }
    }
}
