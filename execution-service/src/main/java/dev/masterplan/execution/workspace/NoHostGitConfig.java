package dev.masterplan.execution.workspace;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Keeps the machine's and the user's git configuration out: the same rows make the same commits everywhere. */
final class NoHostGitConfig extends SystemReader.Delegate {

    NoHostGitConfig(SystemReader host) {
        super(host);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    private static final class Empty extends FileBasedConfig {
        private static final String ASSUMED_CLOCK_STEP = "10 milliseconds";

        private Empty(Config parent, FS fs) {
            super(parent, null, fs);
        }

        /** JGit would probe the disk's clock for seconds, or in a repository that is removed meanwhile. */
        @Override
        public String getString(String section, String subsection, String name) {
            return ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section)
                    ? ASSUMED_CLOCK_STEP
                    : super.getString(section, subsection, name);
        }

        @Override
        public void load() {
            // nothing to read
        }

        @Override
        public void save() {
            // what JGit measures about the disk stays in memory
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
